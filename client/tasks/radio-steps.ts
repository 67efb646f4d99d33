import type { Id } from '../../shared/kernel/ids.ts'
import { mayTake } from '../../shared/tasks/chain.ts'
import type { Party } from '../../shared/tasks/events.ts'
import type { Link, Step } from '../../shared/tasks/types.ts'
import type { Asking } from '../store/use-store.ts'

/** What can be said by radio, or by the desk itself about somebody at work. */
const radioSteps = [
  'accept',
  'decline',
  'understood',
  'en-route',
  'on-scene',
  'complete',
  'hold',
  'resume',
] as const
export type RadioStep = (typeof radioSteps)[number]

/** What may follow from where somebody stands; a unit is never held, its assistants are. */
export function stepsByRadio(
  { step, order }: Pick<Link, 'step' | 'order'>,
  party: Party,
  version: number,
): RadioStep[] {
  if (step === 'offered') return ['accept', 'decline']
  if (step === 'hold') return ['resume']
  const forward = (['en-route', 'on-scene', 'complete'] as const).filter((to) => mayTake(step, to, true))
  if ('unit' in party || forward.length === 0) return forward
  // Without it nobody may go on scene (D10), so it comes first.
  return [...(order.understood < version ? (['understood'] as const) : []), ...forward, 'hold']
}

/** What the step is called once it is taken; two that are no step of the chain have words of their own. */
export function radioWord(step: RadioStep): Step | 'resume' | 'understood' {
  return step === 'accept' ? 'accepted' : step === 'decline' ? 'declined' : step
}

export function giveStep(
  { give }: Pick<Asking, 'give'>,
  task: Id,
  party: Party,
  step: RadioStep,
  version: number,
) {
  switch (step) {
    case 'accept':
    case 'decline':
      return give('AnswerOffer', { task, party, answer: step })
    case 'understood':
      return give('SeeOrder', { task, party, version, state: 'understood' })
    case 'hold':
    case 'resume': {
      const assistant = 'assistant' in party ? party.assistant : ''
      return step === 'hold'
        ? give('HoldMember', { task, assistant, rule: 'desk' })
        : give('ResumeMember', { task, assistant })
    }
    default:
      return give('TakeStep', { task, party, to: step })
  }
}
