import type { Party } from '../../tasks/events.ts'
import { ended, type Task } from '../../tasks/types.ts'
import type { WatchRule } from './rule.ts'

/**
 * An offer ran out and its slot is still empty: nobody else has it, and nobody was asked again. It outlives a task that
 * ended because nobody came, while the place still wants people (`wanted`: its operation is open, no other task is there).
 */
export const offerUnanswered: WatchRule<{ task: Task; party: Party; wanted: boolean }> = {
  kind: 'offer-unanswered',
  delaySeconds: 0,
  judge({ task, party, wanted }) {
    if (task.endedAt !== null && !(wanted && nobodyCame(task))) return 'clear'
    if ('unit' in party)
      return task.unit === party.unit && task.unitLink.step === 'expired' ? { raise: {} } : 'clear'
    const member = task.members.find(({ assistant }) => assistant === party.assistant)
    if (member?.step !== 'expired') return 'clear'
    const taken = task.members.some(({ slot, step }) => slot === member.slot && !ended.has(step))
    return taken ? 'clear' : { raise: {} }
  },
}

const nobodyCame = ({ unitLink, members }: Task) =>
  [unitLink, ...members].every(
    ({ step }) => step === 'stood-down' || step === 'declined' || step === 'expired',
  )
