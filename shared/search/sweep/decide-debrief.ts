import * as z from 'zod/mini'
import type { Board } from '../../board/board.ts'
import type { Deciders } from '../../board/decision.ts'
import { clipRing } from '../../geo/clip-ring.ts'
import { planeAt, toMetres } from '../../geo/plane.ts'
import { ringArea } from '../../geo/ring-measure.ts'
import { crossesItself } from '../../geo/self-crossing.ts'
import { seal } from '../../kernel/decider.ts'
import { type Id, key } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Operation, Place } from '../../operations/types.ts'
import { paceLimits } from '../../positions/track-filter.ts'
import { openSearch } from '../open-search.ts'
import type { SegmentSearch } from '../types.ts'
import type { SaidOfSweep } from './debrief-types.ts'

const metres = z.number().check(z.minimum(0))
const share = z.number().check(z.minimum(0), z.maximum(1))
export const holesLeft = z.array(z.strictObject({ area: metres, pod: share })).check(z.maxLength(200))

/** What the server reckoned for a DebriefSearch. */
const corrected = z.strictObject({
  sweepWidth: metres,
  trackMetres: metres,
  coverage: metres,
  pod: share,
  podAssumed: share,
  left: holesLeft,
})

const widestSpacing = 200
const mostPeople = 200

export const debriefDeciders: Deciders<'DebriefSearch' | 'UndoDebrief' | 'SetTeamKind'> = {
  DebriefSearch: {
    involves: ({ place }, board) => keysOf(board, place),
    decide(board, { place: id, sweep: at, said, words }, ctx) {
      const found = sweepOf(board, id, at)
      if (isRefusal(found)) return found
      const { place, operation, sweep } = found
      const refused = saidRefusal(said, place, sweep)
      if (refused) return refused
      const parsed = corrected.safeParse(ctx.measured)
      if (!parsed.success || parsed.data.pod > parsed.data.podAssumed + 1e-9)
        return refuse('search.not-measured')
      const sealed = words === null ? null : seal(ctx, words)
      const debrief = { ...parsed.data, said, words: sealed?.sealed ?? null }
      return {
        facts: [
          {
            type: 'SearchDebriefed',
            keys: [key('place', id)],
            data: { place: id, operation: operation.id, sweep: at, debrief },
          },
        ],
        ...(sealed && { secrets: [sealed.secret] }),
      }
    },
  },

  UndoDebrief: {
    involves: ({ place }, board) => keysOf(board, place),
    decide(board, { place: id, sweep: at }) {
      const found = sweepOf(board, id, at)
      if (isRefusal(found)) return found
      if (!found.sweep.debrief) return refuse('search.not-debriefed')
      return {
        facts: [
          {
            type: 'SearchDebriefUndone',
            keys: [key('place', id)],
            data: { place: id, operation: found.operation.id, sweep: at },
          },
        ],
      }
    },
  },

  SetTeamKind: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, kind, numbers }) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const now = operation.search?.kinds?.[kind] ?? null
      if (JSON.stringify(now) === JSON.stringify(numbers)) return { facts: [] }
      return {
        facts: [
          { type: 'TeamKindSet', keys: [key('operation', id)], data: { operation: id, kind, numbers } },
        ],
      }
    },
  },
}

function sweepOf(
  board: Board,
  id: Id,
  at: number,
): { place: Place; operation: Operation; sweep: SegmentSearch } | Refusal {
  const place = board.place.get(id)
  if (place?.kind !== 'segment') return refuse('search.not-a-segment')
  const operation = openSearch(board, place.operation)
  if (isRefusal(operation)) return operation
  const sweep = place.searches.find((one) => one.at === at)
  return sweep ? { place, operation, sweep } : refuse('search.sweep-unknown')
}

/** What cannot have been so. */
function saidRefusal(
  { spacing, missed, others }: SaidOfSweep,
  { ring }: Place,
  { from, to }: SegmentSearch,
): Refusal | null {
  if (spacing !== null && !(spacing > 0 && spacing <= widestSpacing))
    return refuse('search.debrief-spacing', { params: { metres: widestSpacing } })
  if (missed && 'share' in missed && !(missed.share >= 0 && missed.share <= 1))
    return refuse('search.debrief-share')
  if (missed && 'ring' in missed && ring) {
    const [first] = missed.ring
    const plane = first && planeAt(first)
    if (plane && crossesItself(missed.ring.map((at) => toMetres(plane, at))))
      return refuse('search.debrief-crossing')
    if (ringArea(missed.ring) > ringArea(ring)) return refuse('search.debrief-area')
    if (clipRing(missed.ring, ring).length === 0) return refuse('search.debrief-elsewhere')
  }
  if (!others) return null
  if (!(others.people >= 1 && others.people <= mostPeople)) return refuse('search.debrief-people')
  const most = Math.floor((paceLimits.foot * (to - from)) / 1000)
  return others.metres > 0 && others.metres <= most
    ? null
    : refuse('search.debrief-metres', { params: { metres: most } })
}

function keysOf(board: Board, id: Id) {
  const place = board.place.get(id)
  return [key('place', id), ...(place ? [key('operation', place.operation)] : [])]
}
