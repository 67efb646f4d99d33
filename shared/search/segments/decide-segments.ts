import type { Board } from '../../board/board.ts'
import type { Deciders } from '../../board/decision.ts'
import { cutRing } from '../../geo/cut-ring.ts'
import { compileGeofence } from '../../geo/geofence.ts'
import { ringArea } from '../../geo/ring-measure.ts'
import { pointInside } from '../../geo/ring-shapes.ts'
import { seal } from '../../kernel/decider.ts'
import { type Id, key } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import { placeFact, placesOf } from '../../operations/decide-plan.ts'
import { checkedPlaces, type PlannedPlace } from '../../operations/plan-rules.ts'
import type { Operation, Place } from '../../operations/types.ts'
import { openSearch } from '../open-search.ts'
import { lockOf } from './ground-types.ts'
import { cutLimits, partLetters } from './segment-parts.ts'

/** More is no plan but a slip. */
const mostParts = 40

export const segmentDeciders: Deciders<'CutSegment' | 'LockSegment' | 'UnlockSegment'> = {
  CutSegment: {
    involves: ({ place }, board) => keysOf(board, place),
    decide(board, { place: id, lines: chosen }, ctx) {
      const found = segmentOf(board, id)
      if (isRefusal(found)) return found
      const { place, operation, ring } = found
      const refusal = uncuttable(board, operation, place)
      if (refusal) return refusal
      const lines = (operation.search?.lines ?? []).filter((line) => chosen.includes(line.id))
      if (lines.length < new Set(chosen).size) return refuse('search.line-unknown')
      const rings = cutRing(
        ring,
        lines.map(({ path }) => path),
        cutLimits,
      )
      if (!rings) return refuse('search.cut-unclear', { params: { letter: place.letter } })
      if (rings.length === 1) return refuse('search.cut-nothing', { params: { letter: place.letter } })
      if (rings.length > mostParts)
        return refuse('search.cut-too-many', { params: { parts: rings.length, limit: mostParts } })
      const { searches: _, changedAt: __, ...old } = place
      const others = placesOf(board, operation.id).filter((one) => one.id !== id)
      const letters = partLetters(
        place.letter,
        rings.length,
        others.map(({ letter }) => letter),
      )
      if (isRefusal(letters)) return letters
      const fence = compileGeofence(operation.perimeter)
      const whole = rings.reduce((sum, part) => sum + ringArea(part), 0)
      const parts = rings.map((part, i) => {
        const letter = letters[i] as string
        const inside = pointInside(part)
        // Where the team was to meet is on the ground a place that it can reach; a part's middle may not be.
        const at = fence.contains(inside.lat, inside.lng) ? inside : place.meeting.at
        const share = ringArea(part) / whole
        const planned: PlannedPlace = {
          ...{ ...old, id: ctx.newId(), letter, ring: part },
          name: nameOfPart(place, letter),
          meeting: { ...place.meeting, at },
          poa: place.poa === null ? null : place.poa * share,
        }
        return { planned, share }
      })
      const checked = checkedPlaces(operation, [...others, ...parts.map(({ planned }) => planned)])
      if (isRefusal(checked)) return checked
      const cut = {
        ...{ operation: operation.id, place: id, letter: place.letter },
        parts: parts.map(({ planned, share }) => ({ place: planned.id, letter: planned.letter, share })),
      }
      return {
        facts: [
          { type: 'SegmentCut', keys: [key('operation', operation.id)], data: cut },
          ...checked.slice(others.length).map((part) => placeFact('PlacePlanned', part)),
          {
            type: 'PlaceRemoved',
            keys: [key('place', id), key('operation', operation.id)],
            data: { place: id, operation: operation.id },
          },
        ],
        result: { parts: cut.parts.map((part) => part.letter) },
      }
    },
  },

  LockSegment: {
    involves: ({ place }, board) => keysOf(board, place),
    decide(board, { place: id, reason: words }, ctx) {
      const found = segmentOf(board, id)
      if (isRefusal(found)) return found
      const { operation, place, ring } = found
      const { sealed: reason, secret } = seal(ctx, words)
      const data = { operation: operation.id, place: id, letter: place.letter, ring, reason }
      return {
        facts: [{ type: 'SegmentLocked', keys: [key('operation', operation.id)], data }],
        secrets: [secret],
      }
    },
  },

  UnlockSegment: {
    involves: ({ place }, board) => keysOf(board, place),
    decide(board, { place: id }) {
      const found = segmentOf(board, id)
      if (isRefusal(found)) return found
      const { operation } = found
      if (!lockOf(operation, id)) return { facts: [] }
      const data = { operation: operation.id, place: id }
      return { facts: [{ type: 'SegmentUnlocked', keys: [key('operation', operation.id)], data }] }
    },
  },
}

function keysOf(board: Board, id: Id) {
  const place = board.place.get(id)
  return [key('place', id), ...(place ? [key('operation', place.operation)] : [])]
}

function segmentOf(board: Board, id: Id) {
  const place = board.place.get(id)
  if (place?.kind !== 'segment' || !place.ring) return refuse('search.not-a-segment')
  const operation = openSearch(board, place.operation)
  return isRefusal(operation) ? operation : { place, operation, ring: place.ring }
}

/** What somebody has done in it belongs to the whole: a part would claim too much or too little of it. */
function uncuttable(board: Board, operation: Operation, place: Place): Refusal | null {
  const params = { letter: place.letter }
  if (lockOf(operation, place.id)) return refuse('search.segment-locked', { params })
  if (place.searches.length > 0) return refuse('search.cut-swept', { params })
  const credited = operation.search?.tracks?.some((track) => track.place === place.id)
  const sent = [...board.task.values()].some((task) => task.place === place.id)
  return credited || sent ? refuse('search.cut-worked', { params }) : null
}

/** A name that only says the letter says the new one. */
function nameOfPart({ letter, name }: Place, part: string): string {
  return name.includes(letter) && name.length <= 20 ? name.replace(letter, part) : name
}
