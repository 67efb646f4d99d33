import * as z from 'zod/mini'
import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import type { DecisionContext } from '../kernel/decider.ts'
import { type Id, key } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import * as schema from '../kernel/schema.ts'
import { podFromCoverage } from '../search-theory/detection.ts'
import { lateralRange, sweepWidthOf } from '../search-theory/lateral-range.ts'
import { meanRange, sweepWidth } from '../search-theory/sweep-width.ts'
import { openSearch } from './open-search.ts'
import { holesLeft } from './sweep/decide-debrief.ts'
import { effectivelySwept, widthOfKind } from './sweep/swept-by-kind.ts'
import type { SearchPlan, SegmentSearch, SweepWidth } from './types.ts'

type SearchCommand = 'SetSweepWidth' | 'RecordSearch' | 'UndoSearch'

/** What the server measured from the stored tracks for a RecordSearch. Metres and square metres. */
export const measuredSearch = z.strictObject({
  trackMetres: z.number().check(z.minimum(0)),
  area: z.number().check(z.gt(0)),
  searchers: z.array(schema.id).check(z.maxLength(200)),
  byKind: z.optional(
    z
      .array(
        z.strictObject({
          kind: z.enum(['foot', 'dog']),
          sweepWidth: z.number().check(z.gt(0)),
          trackMetres: z.number().check(z.minimum(0)),
          searchers: z.array(schema.id).check(z.maxLength(200)),
        }),
      )
      .check(z.maxLength(2)),
  ),
  coverage: z.number().check(z.minimum(0)),
  pod: z.number().check(z.minimum(0), z.maximum(1)),
  cells: z.strictObject({
    metres: z.number().check(z.gt(0)),
    holes: z.number().check(z.minimum(0)),
  }),
  /** Weighed by what the earlier sweeps left of each cell; without it nothing was searched before. */
  podLeft: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  left: z.optional(holesLeft),
})
export type MeasuredSearch = z.output<typeof measuredSearch>

export const searchDeciders: Deciders<SearchCommand> = {
  SetSweepWidth: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, sweepWidth }) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const refusal = testRefusals[sweepWidth.source](sweepWidth)
      if (refusal) return refusal
      if (sameWidth(operation.search?.sweepWidth, sweepWidth)) return { facts: [] }
      return { facts: [fact('SweepWidthSet', id, { sweepWidth })] }
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
      const measured = operation.search && measuredOf(ctx, operation.search)
      if (!operation.search || !measured) return refuse('search.not-measured')
      const { sweepWidth } = operation.search
      if (measured.trackMetres === 0) return refuse('search.no-track')
      // The undo names a sweep by its instant.
      const at = Math.max(ctx.now, (last?.at ?? 0) + 1)
      const { pod, podLeft, byKind, ...rest } = measured
      const search: SegmentSearch = {
        ...{ at, from, to, sweepWidth, ...rest },
        ...(byKind && { byKind }),
        // What earlier sweeps have found nothing in counts less: else two sweeps of the same lanes would count double.
        pod: podLeft ?? pod,
        ...(podLeft !== undefined && { podOfArea: pod }),
      }
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
    decide(board, { place: id, sweep }) {
      const place = board.place.get(id)
      if (place?.kind !== 'segment') return refuse('search.not-a-segment')
      const operation = openSearch(board, place.operation)
      if (isRefusal(operation)) return operation
      const last = place.searches.at(-1)
      if (!last) return refuse('search.nothing-to-undo')
      if (sweep !== undefined && !place.searches.some(({ at }) => at === sweep))
        return refuse('search.sweep-unknown')
      // The sweeps after it were weighed by what it had left.
      if (sweep !== undefined && sweep !== last.at) return refuse('search.undo-last-first')
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
const testRefusals: Record<SweepWidth['source'], (width: SweepWidth) => Refusal | null> = {
  estimate: () => null,
  'rd-test': ({ metres, rd, visibility, ranges }) => {
    if (rd === undefined || visibility === undefined) return refuse('search.rd-missing')
    if (ranges && Math.abs(meanRange(ranges) - rd) > 0.01) return refuse('search.ranges-mismatch')
    return mismatch('search.rd-mismatch', metres, sweepWidth(rd, visibility).metres)
  },
  'lateral-range': ({ metres, passed }) =>
    passed
      ? mismatch('search.lateral-mismatch', metres, sweepWidthOf(lateralRange(passed)))
      : refuse('search.lateral-missing'),
}

const mismatch = (code: string, metres: number, tested: number): Refusal | null =>
  Math.abs(metres - tested) <= 0.01 ? null : refuse(code, { params: { metres: Number(tested.toFixed(2)) } })

const sameWidth = (a: SweepWidth | undefined, b: SweepWidth): boolean =>
  a !== undefined && JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))

const inOrder = ({ metres, source, rd, visibility, ranges, passed }: SweepWidth) => [
  ...[metres, source, rd, visibility, ranges],
  passed?.map(({ distance, seen, missed }) => [distance, seen, missed]),
]

/** Nothing measured, or numbers that do not give their own coverage (width × length ÷ area), record nothing. */
function measuredOf({ measured }: DecisionContext, search: SearchPlan): MeasuredSearch | null {
  const parsed = measuredSearch.safeParse(measured)
  if (!parsed.success) return null
  const { trackMetres, area, coverage, pod, byKind } = parsed.data
  if (byKind?.some(({ kind, sweepWidth }) => sweepWidth !== widthOfKind(search, kind))) return null
  const { sweepWidth } = search
  const expected = effectivelySwept({ sweepWidth, trackMetres, ...(byKind && { byKind }) }) / area
  if (Math.abs(coverage - expected) > 1e-6 * Math.max(1, expected)) return null
  // No way of walking a coverage finds more than walking it evenly.
  return pod <= podFromCoverage(coverage) + 1e-9 ? parsed.data : null
}
