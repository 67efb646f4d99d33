import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { gateRefusal } from '../gates/all.ts'
import { gateInput } from '../gates/hold.ts'
import { type Id, key, type Millis } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { undoable, undoMs } from './chain.ts'
import { carrierKey, isLive, keysOfTask, linkOf, runningTask } from './links.ts'
import { slotIsFree } from './offers.ts'
import { taskName } from './task-name.ts'
import type { Task } from './types.ts'

export const undoDeciders: Deciders<'UndoStep'> = {
  UndoStep: {
    involves: (body, board) => keysOfTask(board, body.task),
    decide(board, { task: id, party }, { now }) {
      const task = runningTask(board, id)
      if (isRefusal(task)) return task
      const link = linkOf(task, party)
      if (!link) return refuse('task.not-a-member')
      const { step: from, before: to } = link
      // A unit that left has freed or held its people: that is no slip of the thumb any more.
      const final = 'unit' in party && !isLive(link)
      if (to === undefined || to === 'hold' || final || !undoable.has(from))
        return refuse('task.nothing-to-undo')
      const offerRanOut = to === 'offered' && now >= link.offer.expiresAt
      if (now - link.since > undoMs || offerRanOut) return refuse('task.too-late-to-undo')
      const refusal =
        isLive(link) || 'unit' in party ? null : returnRefusal(board, task, party.assistant, now)
      if (refusal) return refusal
      return {
        facts: [
          {
            type: 'StepUndone',
            keys: [key('task', id), carrierKey(party)],
            data: { task: id, party, from, to },
          },
        ],
      }
    },
  },
}

/** Why somebody who had left may not be taken back: gone elsewhere meanwhile, or the slot was given away. */
function returnRefusal(board: Board, task: Task, assistant: Id, now: Millis): Refusal | null {
  const input = gateInput(board, task, assistant, now)
  const member = task.members.find((member) => member.assistant === assistant)
  if (!input || !member) return refuse('task.not-a-member')
  if (!slotIsFree(task, member.slot)) return refuse('task.slot-taken')
  const { callSign, task: elsewhere } = input.assistant
  if (elsewhere !== null)
    return refuse('gate.DOUBLE_BOOKED', {
      rule: 'D8',
      params: { assistant: callSign, task: taskName(board, elsewhere) },
    })
  return gateRefusal('always', input)
}
