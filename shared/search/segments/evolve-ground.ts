import type { Board } from '../../board/board.ts'
import { change } from '../../kernel/change.ts'
import type { Id } from '../../kernel/ids.ts'
import type { SearchPlan } from '../types.ts'
import type { GroundEvent } from './ground-events.ts'
import { paperKey } from './ground-types.ts'

export function evolveGround(board: Board, event: GroundEvent): void {
  const plan = (operation: Id, to: (plan: SearchPlan) => Partial<SearchPlan>) =>
    change(board.operation, operation, ({ search }) => ({ search: search && { ...search, ...to(search) } }))
  switch (event.type) {
    case 'SearchLinesAdded':
      plan(event.data.operation, ({ lines = [] }) => ({ lines: [...lines, ...event.data.lines] }))
      return
    case 'SearchLineDropped': {
      const { operation, line } = event.data
      plan(operation, ({ lines = [] }) => ({ lines: lines.filter(({ id }) => id !== line) }))
      return
    }
    case 'HazardMarked': {
      const { operation, hazard: id, ...marked } = event.data
      plan(operation, ({ hazards = [] }) => ({
        hazards: [...hazards, { id, ...marked, by: event.by.id, at: event.at }],
      }))
      return
    }
    case 'HazardCleared': {
      const { operation, hazard } = event.data
      plan(operation, ({ hazards = [] }) => ({ hazards: hazards.filter(({ id }) => id !== hazard) }))
      return
    }
    case 'SegmentLocked': {
      const { operation, ...lock } = event.data
      plan(operation, ({ locked = [] }) => ({
        locked: [
          ...locked.filter(({ place }) => place !== lock.place),
          { ...lock, by: event.by.id, at: event.at },
        ],
      }))
      return
    }
    case 'PaperPrinted': {
      const { operation, paper, about, copy } = event.data
      plan(operation, ({ printed }) => ({ printed: { ...printed, [paperKey(paper, about)]: copy } }))
      return
    }
    case 'SegmentUnlocked': {
      const { operation, place } = event.data
      plan(operation, ({ locked = [] }) => ({ locked: locked.filter((lock) => lock.place !== place) }))
    }
  }
}
