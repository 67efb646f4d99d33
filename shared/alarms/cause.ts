import type { Board } from '../board/board.ts'
import { isUnderReview } from '../force-reports/types.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import { isEnding } from '../law/endings/all.ts'
import { bookedOn } from '../shifts/types.ts'
import type { Party } from '../tasks/events.ts'
import { isBound, linkOf, taskAt } from '../tasks/links.ts'
import type { Task } from '../tasks/types.ts'
import { offerUnanswered } from './rules/offer-unanswered.ts'
import { partnerLost } from './rules/partner-lost.ts'
import type { Verdict } from './rules/rule.ts'
import { shiftOverrun } from './rules/shift-overrun.ts'
import { underMinimum } from './rules/under-minimum.ts'
import { isClosedScene, isInvited } from './rules/uninvited.ts'
import type { Alarm, AlarmKind } from './types.ts'

export interface Cause {
  kind: AlarmKind
  subject: Alarm['subject']
  task: Id | null
  operation?: Id | null | undefined
}

/** Kinds whose end only a position can tell. */
export const watchedByPosition: ReadonlySet<AlarmKind> = new Set([
  'perimeter-left',
  'never-inside',
  'contact-lost',
  'uninvited',
])

/** `not-yet`: the cause is there but has not lasted long enough. */
export type CauseNow = 'stands' | 'not-yet' | 'over'

/**
 * Whether the board still shows why such an alarm would stand. Asked before one is raised (what a watcher saw may be
 * over by the time it says so) and after every event, to clear those whose cause is over. What only positions tell
 * (inside again, heard again) is the watchers' to say: for those this answers whether they are still watched.
 */
export function causeNow(
  board: Board,
  { kind, subject, task: taskId, operation: scene }: Cause,
  now: Millis,
): CauseNow {
  const task = board.task.get(taskId ?? '')
  const party = partyOf(subject)
  const link = task && task.endedAt === null ? linkOf(task, party) : undefined
  switch (kind) {
    case 'sos':
      return 'stands'
    case 'perimeter-left':
      return when(link?.step === 'on-scene')
    case 'never-inside':
      return when(link?.step === 'accepted' || link?.step === 'en-route')
    case 'contact-lost':
      return when(isAtWork(board, subject))
    case 'gate-lost':
      return when(
        (link?.step === 'hold' && link.heldBy !== 'desk') || (!!link && hasLeftByLaw(board, subject)),
      )
    case 'force-used':
      return when(isForceUnderReview(board, subject.id))
    case 'uninvited': {
      const operation = board.operation.get(scene ?? '')
      const person = subject.kind === 'assistant' ? board.assistant.get(subject.id) : undefined
      if (!operation || !person || !bookedOn(person.shift)) return 'over'
      return when(isClosedScene(board, operation, now) && !isInvited(board, subject.id, operation.id))
    }
    case 'partner-lost': {
      const unit = board.unit.get(subject.id)
      return task && unit ? judged(partnerLost.judge({ task, unit, now })) : 'over'
    }
    case 'offer-unanswered':
      return task ? judged(offerUnanswered.judge({ task, party, wanted: isWanted(board, task) })) : 'over'
    case 'shift-overrun': {
      const carrier = subject.kind === 'place' ? undefined : board[subject.kind].get(subject.id)
      return carrier ? judged(shiftOverrun.judge({ ...carrier, now })) : 'over'
    }
    case 'under-minimum': {
      const place = board.place.get(subject.id)
      const operation = board.operation.get(place?.operation ?? '')
      if (!place || !operation) return 'over'
      return judged(underMinimum.judge({ operation, place, tasks: tasksAt(board, place.id), now }))
    }
  }
}

const partyOf = ({ kind, id }: Cause['subject']): Party =>
  kind === 'unit' ? { unit: id } : { assistant: id }
const when = (stands: boolean): CauseNow => (stands ? 'stands' : 'over')
const judged = (verdict: Verdict): CauseNow =>
  verdict === null ? 'not-yet' : verdict === 'clear' ? 'over' : 'stands'

/** All tasks of a place, ended ones too. */
export function tasksAt(board: Board, place: Id): Task[] {
  return [...board.task.values()].filter((task) => task.place === place)
}

function isWanted(board: Board, { operation, place }: Task): boolean {
  return board.operation.get(operation)?.closedAt === null && taskAt(board, place) === undefined
}

/** Out of the register by a trigger, and so out of the work: that stands until the desk has dealt with the gap. */
function hasLeftByLaw(board: Board, { id }: Cause['subject']): boolean {
  const lapse = board.assistant.get(id)?.lapse
  return !!lapse && isEnding(lapse.reason)
}

const isForceUnderReview = (board: Board, assistant: Id): boolean =>
  [...board.report.values()].some((report) => report.assistant === assistant && isUnderReview(report))

/** On duty and in a task that was taken: only then is silence worth an alarm. */
function isAtWork(board: Board, subject: Alarm['subject']): boolean {
  const carrier = subject.kind === 'place' ? undefined : board[subject.kind].get(subject.id)
  const task = board.task.get(carrier?.task ?? '')
  const link = task && linkOf(task, partyOf(subject))
  return !!carrier && !!link && bookedOn(carrier.shift) && isBound(link)
}
