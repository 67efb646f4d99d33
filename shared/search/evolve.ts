import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { Id } from '../kernel/ids.ts'
import type { SearchEvent } from './events.ts'
import type { SearchPlan } from './types.ts'

export function evolveSearch(board: Board, event: SearchEvent): void {
  const plan = (operation: Id, to: (plan: SearchPlan) => Partial<SearchPlan>) =>
    change(board.operation, operation, ({ search }) => ({ search: search && { ...search, ...to(search) } }))
  switch (event.type) {
    case 'SearchPointSet': {
      const { operation, point, sealed } = event.data
      plan(operation, () => (point === 'ipp' ? { ipp: sealed } : { lkp: sealed, lkpAt: event.at }))
      return
    }
    case 'SubjectDescribed':
      plan(event.data.operation, () => ({ subject: event.data.subject }))
      return
    case 'SweepWidthSet':
      plan(event.data.operation, () => ({ sweepWidth: event.data.sweepWidth }))
      return
    case 'CluePlaced': {
      const { operation, clue: id, sealed } = event.data
      plan(operation, ({ clues }) => ({ clues: [...clues, { id, sealed, by: event.by.id, at: event.at }] }))
      return
    }
    case 'TrackCredited': {
      const { operation, track: id, place, sealed, from, to } = event.data
      plan(operation, ({ tracks = [] }) => ({ tracks: [...tracks, { id, place, sealed, from, to }] }))
      return
    }
    case 'TrackDropped': {
      const { operation, track } = event.data
      plan(operation, ({ tracks = [] }) => ({ tracks: tracks.filter(({ id }) => id !== track) }))
      return
    }
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
