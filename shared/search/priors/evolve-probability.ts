import type { Board } from '../../board/board.ts'
import { change } from '../../kernel/change.ts'
import { mixed } from '../../search-theory/scenarios.ts'
import { openFile } from '../case/evolve-case.ts'
import type { ProbabilityEvent } from './events-probability.ts'
import { tableId } from './probability.ts'

export function evolveProbability(board: Board, event: ProbabilityEvent): void {
  const by = event.by.id
  const { at } = event
  switch (event.type) {
    case 'FindDistancesChanged': {
      const { region: id = tableId, rows } = event.data
      board.distances.set(id, { id, rows, by, at })
      return
    }
    case 'RingsChosen': {
      const { operation, rings } = event.data
      openFile(board, operation)
      change(board.operation, operation, ({ search }) => ({ search: search && { ...search, rings } }))
      return
    }
    case 'PriorsSet': {
      const { prior: id, ...prior } = event.data
      board.prior.set(id, { id, ...prior, by, at })
      const { poa } = mixed(prior.scenarios)
      for (const [i, place] of prior.places.entries()) change(board.place, place, { poa: poa[i] ?? null })
      return
    }
    case 'ConsensusOpened': {
      const { consensus: id, ...opened } = event.data
      const empty = { sheets: [], closedAt: null, result: null }
      board.consensus.set(id, { id, ...opened, ...empty, openedBy: by, openedAt: at })
      return
    }
    case 'SheetGiven': {
      const { sheet: id, ...sheet } = event.data
      board.sheet.set(id, { id, ...sheet, by, at })
      return
    }
    case 'SheetCounted': {
      const { consensus, sheet, person } = event.data
      change(board.consensus, consensus, ({ sheets }) => {
        const before = sheets.findIndex((one) => one.sheet === sheet)
        const next = { sheet, by, person, at }
        return { sheets: before < 0 ? [...sheets, next] : sheets.with(before, next) }
      })
      return
    }
    case 'ConsensusClosed':
      change(board.consensus, event.data.consensus, { closedAt: at, result: event.data.result })
      return
    case 'ConsensusDropped':
      change(board.consensus, event.data.consensus, { closedAt: at })
  }
}
