import * as z from 'zod/mini'
import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { type DecisionContext, seal } from '../kernel/decider.ts'
import { type Id, key } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import * as schema from '../kernel/schema.ts'
import { podFromCoverage } from '../search-theory/detection.ts'
import { sweepWidth } from '../search-theory/sweep-width.ts'
import { openSearch } from './open-search.ts'
import type { SegmentSearch, SweepWidth } from './types.ts'

type SearchCommand =
  | 'SetSearchPoint'
  | 'DescribeSubject'
  | 'SetSweepWidth'
  | 'PlaceClue'
  | 'RecordSearch'
  | 'UndoSearch'

/** What the server measured from the stored tracks for a RecordSearch. Metres and square metres. */
export const measuredSearch = z.strictObject({
  trackMetres: z.number().check(z.minimum(0)),
  area: z.number().check(z.gt(0)),
  searchers: z.array(schema.id).check(z.maxLength(200)),
  coverage: z.number().check(z.minimum(0)),
  pod: z.number().check(z.minimum(0), z.maximum(1)),
  cells: z.strictObject({
    metres: z.number().check(z.gt(0)),
    holes: z.number().check(z.minimum(0)),
  }),
})
export type MeasuredSearch = z.output<typeof measuredSearch>

export const searchDeciders: Deciders<SearchCommand> = {
  SetSearchPoint: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, point, at }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      if (point === 'ipp' && operation.search?.ipp) return refuse('search.ipp-fixed')
      const { sealed, secret } = seal(ctx, JSON.stringify(at))
      return { facts: [fact('SearchPointSet', id, { point, sealed })], secrets: [secret] }
    },
  },

  DescribeSubject: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, text }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const { sealed, secret } = seal(ctx, text)
      return { facts: [fact('SubjectDescribed', id, { subject: sealed })], secrets: [secret] }
    },
  },

  SetSweepWidth: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, sweepWidth }) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const refusal = sweepWidth.source === 'rd-test' ? testRefusal(sweepWidth) : null
      if (refusal) return refusal
      if (sameWidth(operation.search?.sweepWidth, sweepWidth)) return { facts: [] }
      return { facts: [fact('SweepWidthSet', id, { sweepWidth })] }
    },
  },

  PlaceClue: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, at, text }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const clue = ctx.newId()
      const { sealed, secret } = seal(ctx, JSON.stringify({ ...at, text }))
      return { facts: [fact('CluePlaced', id, { clue, sealed })], secrets: [secret], result: { clue } }
    },
  },

  RecordSearch: {
    involves: ({ place }, board) => segmentKeys(board, place),
    decide(board, { place: id, from, to }, ctx) {
      const place = board.place.get(id)
      if (place?.kind !== 'segment') return refuse('search.not-a-segment')
      const operation = openSearch(board, place.operation)
      if (isRefusal(operation)) return operation
      if (from >= to || to > ctx.now + 60_000) return refuse('search.time-order')
      const last = place.searches.at(-1)
      // The same walk would count twice.
      if (last && from < last.to) return refuse('search.overlap')
      const sweepWidth = operation.search?.sweepWidth
      const measured = measuredOf(ctx, sweepWidth)
      if (!sweepWidth || !measured) return refuse('search.not-measured')
      if (measured.trackMetres === 0) return refuse('search.no-track')
      // The undo names a sweep by its instant.
      const at = Math.max(ctx.now, (last?.at ?? 0) + 1)
      const search: SegmentSearch = { at, from, to, sweepWidth, ...measured }
      return {
        facts: [
          {
            type: 'SegmentSearched',
            keys: [key('place', id)],
            data: { place: id, operation: operation.id, search },
          },
        ],
      }
    },
  },

  UndoSearch: {
    involves: ({ place }, board) => segmentKeys(board, place),
    decide(board, { place: id }) {
      const place = board.place.get(id)
      if (place?.kind !== 'segment') return refuse('search.not-a-segment')
      const operation = openSearch(board, place.operation)
      if (isRefusal(operation)) return operation
      const last = place.searches.at(-1)
      if (!last) return refuse('search.nothing-to-undo')
      return {
        facts: [
          {
            type: 'SegmentSearchUndone',
            keys: [key('place', id)],
            data: { place: id, operation: operation.id, at: last.at },
          },
        ],
      }
    },
  },
}

const fact = (type: string, operation: Id, data: object) => ({
  type,
  keys: [key('operation', operation)],
  data: { operation, ...data },
})

/** The sweep width is the operation's: one that changes while the tracks are measured must be seen. */
function segmentKeys(board: Board, id: Id) {
  const place = board.place.get(id)
  return [key('place', id), ...(place ? [key('operation', place.operation)] : [])]
}

/** A width that claims a test stands beside the test's own numbers, so they must give it (to a centimetre). */
function testRefusal({ metres, rd, visibility }: SweepWidth): Refusal | null {
  if (rd === undefined || visibility === undefined) return refuse('search.rd-missing')
  const tested = sweepWidth(rd, visibility).metres
  return Math.abs(metres - tested) <= 0.01
    ? null
    : refuse('search.rd-mismatch', { params: { metres: Number(tested.toFixed(2)) } })
}

function sameWidth(a: SweepWidth | undefined, b: SweepWidth): boolean {
  return a?.metres === b.metres && a.source === b.source && a.rd === b.rd && a.visibility === b.visibility
}

/** Nothing measured, or numbers that do not give their own coverage (width × length ÷ area), record nothing. */
function measuredOf({ measured }: DecisionContext, width: SweepWidth | undefined): MeasuredSearch | null {
  const parsed = measuredSearch.safeParse(measured)
  if (!parsed.success || !width) return null
  const { trackMetres, area, coverage, pod } = parsed.data
  const expected = (width.metres * trackMetres) / area
  if (Math.abs(coverage - expected) > 1e-6 * Math.max(1, expected)) return null
  // No way of walking a coverage finds more than walking it evenly.
  return pod <= podFromCoverage(coverage) + 1e-9 ? parsed.data : null
}
