import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { OperationEvent } from './events.ts'
import type { Hand } from './types.ts'

const defaultSweepWidth = { metres: 20, source: 'estimate' } as const

export function sameHand(a: Hand, b: Hand): boolean {
  return a.kind === b.kind && a.assistant === b.assistant && a.unit === b.unit && a.place === b.place
}

export function evolveOperations(board: Board, event: OperationEvent): void {
  switch (event.type) {
    case 'OperationOpened': {
      const { operation: id, ...opened } = event.data
      board.operation.set(id, {
        id,
        ...opened,
        version: 1,
        hands: [],
        search:
          opened.kind === 'search'
            ? { ipp: null, lkp: null, lkpAt: null, sweepWidth: defaultSweepWidth }
            : null,
        openedBy: event.by.id,
        openedAt: event.at,
        closedAt: null,
        taskCount: 0,
      })
      board.next.operation = Math.max(board.next.operation, opened.number + 1)
      return
    }
    case 'OperationChanged': {
      const { operation, ...changed } = event.data
      change(board.operation, operation, ({ version }) => ({ ...changed, version: version + 1 }))
      return
    }
    case 'PlacePlanned':
      board.place.set(event.data.place.id, { ...event.data.place, searches: [], changedAt: event.at })
      return
    case 'PlaceChanged':
      change(board.place, event.data.place.id, { ...event.data.place, changedAt: event.at })
      return
    case 'PlaceRemoved':
      board.place.delete(event.data.place)
      return
    case 'HandSet':
      change(board.operation, event.data.operation, ({ hands }) => ({
        hands: [...hands.filter((hand) => !sameHand(hand, event.data.hand)), event.data.hand],
      }))
      return
    case 'HandCleared':
      change(board.operation, event.data.operation, ({ hands }) => ({
        hands: hands.filter((hand) => !sameHand(hand, event.data.hand)),
      }))
      return
    case 'NoteAdded': {
      const { note: id, ...note } = event.data
      board.note.set(id, { id, ...note, by: event.by.id, at: event.at })
      return
    }
    case 'OperationClosed':
      change(board.operation, event.data.operation, { closedAt: event.at })
  }
}
