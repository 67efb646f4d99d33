import type { Board } from '../../shared/board/board.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { undoable, undoMs } from '../../shared/tasks/chain.ts'
import type { Party } from '../../shared/tasks/events.ts'
import { isLive, linkOf } from '../../shared/tasks/links.ts'
import { currentOrder, type Link, type Order, type Step, type Task } from '../../shared/tasks/types.ts'
import type { OutboxItem } from './storage.ts'

/** Whose phone this is. */
export interface Me {
  kind: 'assistant' | 'unit'
  id: Id
}

/** What this phone is for at the moment. */
export type Stage =
  /** Nothing has been received yet. */
  | { kind: 'unknown' }
  | { kind: 'off-duty' }
  /** Booked on and the shift has run out. */
  | { kind: 'overrun'; since: Millis }
  | { kind: 'waiting'; until: Millis }
  /** A unit's: a coordinator who is not police asks for it, and the leader may approve. */
  | { kind: 'request'; task: Task }
  | { kind: 'offer'; task: Task; order: Order; link: Link; expiresAt: Millis }
  | { kind: 'task'; task: Task; order: Order; link: Link }

export function partyOf({ kind, id }: Me): Party {
  return kind === 'unit' ? { unit: id } : { assistant: id }
}

export function stageOf(board: Board, me: Me, now: Millis): Stage {
  const carrier = board[me.kind].get(me.id)
  if (!carrier) return { kind: 'unknown' }
  const task = board.task.get(carrier.task ?? '')
  const link = task && task.endedAt === null ? linkOf(task, partyOf(me)) : undefined
  if (task && link && isLive(link)) {
    const order = currentOrder(task)
    if (order && link.step === 'offered')
      return { kind: 'offer', task, order, link, expiresAt: link.offer.expiresAt }
    if (order) return { kind: 'task', task, order, link }
    if (me.kind === 'unit') return { kind: 'request', task }
  }
  const { shift } = carrier
  if (!bookedOn(shift)) return { kind: 'off-duty' }
  return now < shift.to ? { kind: 'waiting', until: shift.to } : { kind: 'overrun', since: shift.to }
}

/** Milliseconds after the end of a shift for which somebody still in a task is followed (rule D5). */
const releaseWithin = 30 * 60_000

/** Whether this phone tells where it is: on duty only, and after an overrun until the release. */
export function shares(board: Board, me: Me, now: Millis): boolean {
  const shift = board[me.kind].get(me.id)?.shift ?? null
  if (!bookedOn(shift)) return false
  return now < shift.to || (stageOf(board, me, now).kind === 'task' && now < shift.to + releaseWithin)
}

export type ForwardStep = 'en-route' | 'on-scene' | 'complete'

export function nextStep(step: Step): ForwardStep | null {
  if (step === 'accepted') return 'en-route'
  if (step === 'en-route') return 'on-scene'
  return step === 'on-scene' ? 'complete' : null
}

/** The step that was pressed here and has not come back yet: the next button builds on it. */
export function askedStep(items: readonly OutboxItem[], task: Id, party: Party): Step | null {
  const who = JSON.stringify(party)
  let asked: Step | null = null
  for (const { envelope, refused } of items) {
    const body = envelope.body as { task?: Id; party?: Party; to?: Step; answer?: string }
    if (refused || body.task !== task || JSON.stringify(body.party) !== who) continue
    if (envelope.type === 'TakeStep' && body.to) asked = body.to
    if (envelope.type === 'AnswerOffer') asked = body.answer === 'accept' ? 'accepted' : 'declined'
  }
  return asked
}

/** While the step may still be taken back. */
export function mayUndo({ step, before, since }: Link, now: Millis): boolean {
  return before !== undefined && before !== 'hold' && undoable.has(step) && now - since < undoMs
}
