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

/** An offered unit still counts while its offer stands; nobody goes on scene before it has accepted. */
function isPaired({ board, unit, task, now }: GateInput, moment: GateMoment): boolean {
  if (unit === null) return moment === 'proposal'
  if (!onDuty(unit.shift, now)) return false
  const step = task === null ? undefined : board.task.get(task)?.unitLink.step
  if (moment === 'activation') return step === 'accepted' || step === 'en-route' || step === 'on-scene'
  return step === undefined || !ended.has(step)
}
