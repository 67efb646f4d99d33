import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { Id } from '../kernel/ids.ts'
import type { Carrier, ShiftEvent } from './events.ts'
import type { Shift } from './types.ts'

/** Assistants and units have the same shift. */
function carriers(board: Board, kind: Carrier['kind']): Map<Id, { shift: Shift | null }> {
  return board[kind] as Map<Id, { shift: Shift | null }>
}

export function evolveShifts(board: Board, event: ShiftEvent): void {
  switch (event.type) {
    case 'ShiftOpened': {
      const { who, from, to } = event.data
      change(carriers(board, who.kind), who.id, { shift: { from, to, openedAt: event.at, closedAt: null } })
      if (who.kind === 'unit') change(board.unit, who.id, { leaving: null })
      return
    }
    case 'ShiftExtended':
      change(carriers(board, event.data.who.kind), event.data.who.id, ({ shift }) => ({
        shift: shift && { ...shift, to: event.data.to },
      }))
      return
    case 'ShiftClosed':
      change(carriers(board, event.data.who.kind), event.data.who.id, ({ shift }) => ({
        shift: shift && { ...shift, closedAt: event.at },
      }))
  }
}
