import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { Id } from '../kernel/ids.ts'
import { openFile } from './case/evolve-case.ts'
import type { SearchEvent } from './events.ts'
import type { SearchPlan } from './types.ts'

export function evolveSearch(board: Board, event: SearchEvent): void {
  const plan = (operation: Id, to: (plan: SearchPlan) => Partial<SearchPlan>) =>
    change(board.operation, operation, ({ search }) => ({ search: search && { ...search, ...to(search) } }))
  switch (event.type) {
    case 'SweepWidthSet':
      plan(event.data.operation, () => ({ sweepWidth: event.data.sweepWidth }))
      return
    case 'TrackCredited': {
      const { operation, track: id, place, sealed, from, to } = event.data
      openFile(board, operation)
      plan(operation, ({ tracks = [] }) => ({ tracks: [...tracks, { id, place, sealed, from, to }] }))
      return
    }
    case 'TrackDropped': {
      const { operation, track } = event.data
      plan(operation, ({ tracks = [] }) => ({ tracks: tracks.filter(({ id }) => id !== track) }))
      return
    }
    case 'SweepLineSet':
      change(board.place, event.data.place, { line: event.data.line ?? undefined })
      return
    case 'SegmentSearched':
      change(board.place, event.data.place, ({ searches }) => ({
        searches: [...searches, event.data.search],
      }))
      return
    case 'SegmentSearchUndone':
      change(board.place, event.data.place, ({ searches }) => ({
        searches: searches.filter((search) => search.at !== event.data.at),
      }))
  }
}
