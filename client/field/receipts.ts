import type { Board } from '../../shared/board/board.ts'
import type { Body } from '../../shared/board/commands.ts'
import { linkOf } from '../../shared/tasks/links.ts'
import { currentOrder } from '../../shared/tasks/types.ts'
import { type Me, partyOf } from './stage.ts'

export type Receipt =
  | { type: 'SeeMessage'; body: Body<'SeeMessage'> }
  | { type: 'SeeOrder'; body: Body<'SeeOrder'> }

/**
 * What this phone has to confirm by itself: delivered as soon as it is here, read when the page is in front. Whether it
 * was understood only the person can say.
 */
export function dueReceipts(board: Board, me: Me, inFront: boolean): Receipt[] {
  const states = inFront ? (['delivered', 'read'] as const) : (['delivered'] as const)
  const due: Receipt[] = []
  for (const { id, receipts } of board.message.values()) {
    const mine = receipts.find(({ who }) => who.id === me.id)
    for (const state of states)
      if (mine && mine[state] === null)
        due.push({ type: 'SeeMessage', body: { message: id, who: me, state } })
  }
  const task = board.task.get(board[me.kind].get(me.id)?.task ?? '')
  const party = partyOf(me)
  const link = task && linkOf(task, party)
  const version = task ? (currentOrder(task)?.version ?? 0) : 0
  for (const state of states)
    if (task && link && link.order[state] < version)
      due.push({ type: 'SeeOrder', body: { task: task.id, party, version, state } })
  return due
}
