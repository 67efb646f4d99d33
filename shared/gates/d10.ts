import { currentOrder } from '../tasks/types.ts'
import type { Gate } from './gate.ts'

/**
 * The briefing is acknowledged: the newest order, with its perimeter and the limits on force, was understood. Who was
 * held has acted already: a change is told to them without stopping them again.
 */
export const d10: Gate = {
  rule: 'D10',
  basis: 'S',
  moments: ['activation'],
  check({ board, assistant, task: id }) {
    const task = board.task.get(id ?? '')
    const member = task?.members.find((one) => one.assistant === assistant.id)
    if (!task || !member || member.step === 'hold') return null
    return member.order.understood >= (currentOrder(task)?.version ?? 0)
      ? null
      : { rule: 'D10', code: 'NO_BRIEFING', params: {} }
  },
}
