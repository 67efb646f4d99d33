import type { Millis } from '../../kernel/ids.ts'
import { onDuty } from '../../shifts/types.ts'
import { isBound } from '../../tasks/links.ts'
import { ended, type Task } from '../../tasks/types.ts'
import type { Unit } from '../../units/types.ts'
import type { WatchRule } from './rule.ts'

/**
 * D3 and D11: the police unit of a running task left its assistants, went off duty, or never took the order. One alarm
 * per unit, at once: without the police nobody may act.
 */
export const partnerLost: WatchRule<{ task: Task; unit: Unit; now: Millis }> = {
  kind: 'partner-lost',
  delaySeconds: 0,
  judge({ task, unit, now }) {
    if (task.endedAt !== null || task.unit !== unit.id) return 'clear'
    const people = task.members.filter(isBound).length
    if (people === 0) return 'clear'
    const gone = unit.leaving !== null || !onDuty(unit.shift, now) || ended.has(task.unitLink.step)
    return gone ? { raise: { people } } : 'clear'
  },
}
