import { onDuty } from '../shifts/types.ts'
import { ended } from '../tasks/types.ts'
import type { Gate, GateInput, GateMoment } from './gate.ts'

/** Paired on the same task with at least one police unit that is on duty. */
export const d03: Gate = {
  rule: 'D3',
  basis: 'S',
  moments: ['proposal', 'sending', 'activation', 'always'],
  holds: true,
  check: (input, moment) =>
    isPaired(input, moment) ? null : { rule: 'D3', code: 'NO_POLICE_PAIR', params: {} },
}

/**
 * An offered unit still counts while its offer stands, for who is on the way. Nobody goes on scene, or stays there under
 * another unit, before it has accepted.
 */
function isPaired({ board, unit, task: id, assistant, now }: GateInput, moment: GateMoment): boolean {
  if (unit === null) return moment === 'proposal'
  if (!onDuty(unit.shift, now)) return false
  const task = board.task.get(id ?? '')
  const step = task?.unitLink.step
  const acts = task?.members.some((member) => member.assistant === assistant.id && member.step === 'on-scene')
  if (moment === 'activation' || acts)
    return step === 'accepted' || step === 'en-route' || step === 'on-scene'
  return step === undefined || !ended.has(step)
}
