import type { Board } from '../board/board.ts'
import type { Id } from '../kernel/ids.ts'
import type { Papers } from './types.ts'

/** Registration and card of a person, whether they came by an application or with a list. A card given back is none. */
export function papersOf(board: Board, id: Id): Papers {
  const { papers = {}, cardBackAt } = board.assistant.get(id) ?? {}
  const { card: onPaper, ...rest } = papers
  const { registration, card } = board.application.get(id) ?? {}
  const held = card && card.returnedAt === null ? { number: card.number, badge: card.badge } : undefined
  const kept = held ?? (cardBackAt === undefined ? onPaper : undefined)
  return { ...rest, ...(registration && { registration }), ...(kept && { card: kept }) }
}
