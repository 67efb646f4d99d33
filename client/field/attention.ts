import type { Board } from '../../shared/board/board.ts'
import { linkOf } from '../../shared/tasks/links.ts'
import { currentOrder } from '../../shared/tasks/types.ts'
import { type Me, partyOf } from './stage.ts'

/** Says at each look whether something waits that did not at the look before: then the phone shakes. */
export function attention(): (board: Board, me: Me) => boolean {
  let known = new Set<string>()
  return (board, me) => {
    const waits = awaiting(board, me)
    const news = waits.some((name) => !known.has(name))
    known = new Set(waits)
    return news
  }
}

/** What waits for this person's answer, each by a name of its own. */
function awaiting(board: Board, me: Me): string[] {
  const waits: string[] = []
  for (const { id, receipts } of board.message.values())
    if (receipts.some(({ who, understood }) => who.id === me.id && understood === null))
      waits.push(`message ${id}`)
  const task = board.task.get(board[me.kind].get(me.id)?.task ?? '')
  const link = task && linkOf(task, partyOf(me))
  const order = task && currentOrder(task)
  if (!task || !link || !order) return waits
  if (link.step === 'offered') waits.push(`offer ${task.id} ${link.offer.n}`)
  else if (link.step === 'hold') waits.push(`hold ${task.id} ${link.since}`)
  else if (link.order.understood < order.version) waits.push(`order ${task.id} ${order.version}`)
  return waits
}
