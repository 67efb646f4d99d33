import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { gateRefusal } from '../gates/all.ts'
import { gateInput } from '../gates/hold.ts'
import { type Id, type Key, key, type Millis } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { afterLeaving, unitLeaves } from './ending.ts'
import type { Party, TaskFact } from './events.ts'
import { isBound, keysOfTask, linkOf, runningTask, step } from './links.ts'
import { refill } from './offers.ts'
import { unitRefusal } from './team.ts'
import type { Task } from './types.ts'

export const offerDeciders: Deciders<'AnswerOffer' | 'ExpireOffer'> = {
  AnswerOffer: {
    involves: (body, board) => withReserve(board, body.task),
    decide(board, { task: id, party, answer }, { now }) {
      const task = runningTask(board, id)
      if (isRefusal(task)) return task
      const link = linkOf(task, party)
      if (!link) return refuse('task.not-a-member')
      if (answer === 'accept' ? isBound(link) : link.step === 'declined') return { facts: [] }
      if (link.step === 'expired' || (link.step === 'offered' && now >= link.offer.expiresAt))
        return refuse('offer.expired')
      if (link.step !== 'offered') return refuse('offer.answered')
      if (answer === 'decline') return { facts: leaveOffer(board, task, party, 'declined', now) }
      const refusal = acceptRefusal(board, task, party, now)
      return refusal ?? { facts: [step(task, party, 'offered', 'accepted')] }
    },
  },

  ExpireOffer: {
    involves: (body, board) => withReserve(board, body.task),
    decide(board, { task: id, party, n }, { now }) {
      const task = runningTask(board, id)
      const link = isRefusal(task) ? undefined : linkOf(task, party)
      // A timer that comes late finds the offer answered, or another one in its place: nothing is left to do.
      if (isRefusal(task) || link?.step !== 'offered' || link.offer.n !== n || now < link.offer.expiresAt)
        return { facts: [] }
      return { facts: leaveOffer(board, task, party, 'expired', now) }
    },
  },
}

/** The reserve is read and changed only where a slot that falls free refills itself. */
function withReserve(board: Board, id: Id): Key[] {
  const task = board.task.get(id)
  const refills = task && board.operation.get(task.operation)?.autoRefill
  return [
    ...keysOfTask(board, id),
    ...(refills ? task.reserve : []).map((assistant) => key('assistant', assistant)),
  ]
}

function acceptRefusal(board: Board, task: Task, party: Party, now: Millis): Refusal | null {
  if ('unit' in party) return unitRefusal(board, party.unit, now, task.id)
  const input = gateInput(board, task, party.assistant, now)
  return input ? gateRefusal('always', input) : refuse('assistant.unknown')
}

function leaveOffer(
  board: Board,
  task: Task,
  party: Party,
  to: 'declined' | 'expired',
  now: Millis,
): TaskFact[] {
  if ('unit' in party) return unitLeaves(task, to)
  const left = step(task, party, 'offered', to)
  const member = task.members.find(({ assistant }) => assistant === party.assistant)
  const next = member ? refill(board, task, member.slot, now) : []
  return [left, ...(next.length > 0 ? next : afterLeaving(task, party.assistant, to))]
}
