import type { Millis } from '../../kernel/ids.ts'
import { onDuty } from '../../shifts/types.ts'
import { isBound } from '../../tasks/links.ts'
import { ended, type Task } from '../../tasks/types.ts'
import type { Unit } from '../../units/types.ts'
import type { WatchRule } from './rule.ts'

/**
 * D3 and D11: the police unit of a running task left its assistants, went off duty, never took the order, or was replaced
 * by one that has not accepted yet while people are at work. One alarm per unit, at once: without the police nobody may act.
 */
export const partnerLost: WatchRule<{ task: Task; unit: Unit; now: Millis }> = {
  kind: 'partner-lost',
  delaySeconds: 0,
  judge({ task, unit, now }) {
    if (task.endedAt !== null || task.unit !== unit.id) return 'clear'
    const people = task.members.filter(isBound).length
    if (people === 0) return 'clear'
    const { step } = task.unitLink
    const waited = step === 'offered' && task.members.some(({ heldBy }) => heldBy === 'D3')
    const gone = unit.leaving !== null || !onDuty(unit.shift, now) || ended.has(step) || waited
    return gone ? { raise: { people } } : 'clear'
  },
}
