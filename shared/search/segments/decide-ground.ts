import type { Deciders } from '../../board/decision.ts'
import type { LatLng } from '../../geo/lat-lng.ts'
import { makeRing } from '../../geo/make-ring.ts'
import { seal } from '../../kernel/decider.ts'
import type { Fact } from '../../kernel/event.ts'
import { type Id, key } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import { openSearch } from '../open-search.ts'
import type { GroundEvents } from './ground-events.ts'
import { type HazardShape, type MapLine, paperKey } from './ground-types.ts'

/** Every phone of the search carries them. */
const most = { lines: 60, points: 6_000, hazards: 100 }

const fewest: Record<HazardShape, number> = { point: 1, line: 2, area: 3 }

/** Roads and streams to cut along, and what a team must beware of. */
export const groundDeciders: Deciders<
  'AddSearchLines' | 'DropSearchLine' | 'MarkHazard' | 'ClearHazard' | 'PrintPaper'
> = {
  AddSearchLines: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, lines: sent }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const known = operation.search?.lines ?? []
      const paths = new Set(known.map(({ path }) => JSON.stringify(path)))
      const fresh = sent.filter(({ path }) => path.length > 1 && !paths.has(JSON.stringify(path)))
      if (fresh.length === 0) return refuse('search.lines-known')
      const all = [...known, ...fresh]
      if (all.length > most.lines) return refuse('search.too-many-lines', { params: { limit: most.lines } })
      const points = all.reduce((sum, { path }) => sum + path.length, 0)
      if (points > most.points)
        return refuse('search.lines-too-long', { params: { points, limit: most.points } })
      const lines = fresh.map((line): MapLine => ({ id: ctx.newId(), ...line }))
      return { facts: [fact('SearchLinesAdded', { operation: id, lines })] }
    },
  },

  DropSearchLine: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, line }) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const known = operation.search?.lines?.some((one) => one.id === line)
      return { facts: known ? [fact('SearchLineDropped', { operation: id, line })] : [] }
    },
  },

  MarkHazard: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, words, ...marked }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const path = checkedPath(marked.shape, marked.path)
      if (isRefusal(path)) return path
      if ((operation.search?.hazards ?? []).length >= most.hazards)
        return refuse('search.too-many-hazards', { params: { limit: most.hazards } })
      if (marked.kind === 'other' && words === null) return refuse('search.hazard-words')
      const hazard = ctx.newId()
      const sealed = words === null ? null : seal(ctx, words)
      const data = { operation: id, hazard, ...marked, path, words: sealed?.sealed ?? null }
      return {
        facts: [fact('HazardMarked', data)],
        secrets: sealed ? [sealed.secret] : [],
        result: { hazard },
      }
    },
  },

  PrintPaper: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, paper, about, upTo }) {
      const search = board.operation.get(id)?.search
      // Papers of a search that is over are printed for its file.
      if (!search) return refuse('search.not-a-search')
      const copy = (search.printed?.[paperKey(paper, about)] ?? 0) + 1
      const data = { operation: id, paper, about, copy, upTo: Math.min(upTo, board.seq) }
      return { facts: [fact('PaperPrinted', data)], result: { copy } }
    },
  },

  ClearHazard: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, hazard }) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const known = operation.search?.hazards?.some((one) => one.id === hazard)
      return { facts: known ? [fact('HazardCleared', { operation: id, hazard })] : [] }
    },
  },
}

function fact<Type extends keyof GroundEvents>(
  type: Type,
  data: GroundEvents[Type] & { operation: Id },
): Fact {
  return { type, keys: [key('operation', data.operation)], data }
}

function checkedPath(shape: HazardShape, path: LatLng[]): LatLng[] | Refusal {
  if (path.length < fewest[shape])
    return refuse('search.hazard-points', { params: { points: fewest[shape] } })
  if (shape === 'point') return path.slice(0, 1)
  return shape === 'line' ? path : makeRing(path)
}
