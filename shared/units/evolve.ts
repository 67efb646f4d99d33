import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { UnitEvent } from './events.ts'

export function evolveUnits(board: Board, event: UnitEvent): void {
  switch (event.type) {
    case 'UnitRegistered': {
      const { unit: id, callSign, region, mobility } = event.data
      const no = board.next.no++
      board.byNo[no] = { kind: 'unit', id }
      board.unit.set(id, {
        id,
        no,
        callSign,
        region,
        mobility,
        shift: null,
        task: null,
        releasedAt: null,
        leaving: null,
        open: true,
      })
      return
    }
    case 'UnitLeaving':
      change(board.unit, event.data.unit, { leaving: { at: event.at } })
      return
    case 'UnitBack':
      change(board.unit, event.data.unit, { leaving: null })
      return
    case 'UnitClosed':
      change(board.unit, event.data.unit, { open: false })
  }
}
