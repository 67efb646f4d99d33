import type { Board } from '../../board/board.ts'
import { change } from '../../kernel/change.ts'
import type { SearchEvent } from '../events.ts'
import { cluesOf } from './clues.ts'
import { openFile } from './evolve-case.ts'

export function evolveClues(board: Board, event: SearchEvent): void {
  const { at } = event
  const by = event.by.id
  switch (event.type) {
    case 'CluePlaced': {
      const { operation, clue: id, sealed, number, finder, foundAt } = event.data
      openFile(board, operation)
      const kind = event.by.kind === 'system' ? 'staff' : event.by.kind
      board.clue.set(id, {
        id,
        operation,
        number: number ?? cluesOf(board, operation).length + 1,
        sealed,
        finder: finder ?? { kind, id: by },
        foundAt: foundAt ?? at,
        photo: null,
        custody: [],
        assessed: null,
        released: null,
        by,
        at,
      })
      return
    }
    case 'CluePhotoAdded':
      change(board.clue, event.data.clue, { photo: event.data.photo })
      return
    case 'ClueAssessed':
      change(board.clue, event.data.clue, { assessed: { verdict: event.data.verdict, by, at } })
      return
    case 'CustodyNoted': {
      const { clue, sealed, happenedAt } = event.data
      change(board.clue, clue, ({ custody }) => ({
        custody: [...custody, { sealed, happenedAt, by, at }],
      }))
      return
    }
    case 'ClueReleased':
      change(board.clue, event.data.clue, { released: event.data.sealed })
      return
    case 'ClueWithdrawn':
      change(board.clue, event.data.clue, { released: null })
  }
}
