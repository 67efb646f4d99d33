import { taskName } from '../tasks/task-name.ts'
import type { Gate } from './gate.ts'

/** No overlapping task: one person, one task. */
export const d08: Gate = {
  rule: 'D8',
  basis: 'I',
  moments: ['proposal', 'sending'],
  check({ board, assistant, task }) {
    if (assistant.task === null || assistant.task === task) return null
    return { rule: 'D8', code: 'DOUBLE_BOOKED', params: { task: taskName(board, assistant.task) } }
  },
}
