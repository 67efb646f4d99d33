import { compileGeofence } from '../geo/geofence.ts'
import type { Ring } from '../geo/lat-lng.ts'
import { makeRing } from '../geo/make-ring.ts'
import type { Millis } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { overlapRefusal } from '../search/segments/overlap.ts'
import { HOUR } from '../shifts/types.ts'
import type { OperationEvents } from './events.ts'
import type { Operation, Window } from './types.ts'

/** An operation's window is at most so long; a longer job is several operations. */
const windowHours = 24

export type PlannedPlace = OperationEvents['PlacePlanned']['place']

export function windowRefusal({ from, to }: Window, now: Millis): Refusal | null {
  if (from >= to) return refuse('window.backwards')
  if (to - from > windowHours * HOUR) return refuse('window.too-long', { params: { hours: windowHours } })
  return to <= now ? refuse('window.over') : null
}

/**
 * The places of an operation as they would stand together, cleaned (rings closed once, no doubled points), or the first
 * thing that is wrong with one of them or with all.
 */
export function checkedPlaces(
  operation: Pick<Operation, 'kind' | 'window' | 'perimeter'>,
  places: PlannedPlace[],
): PlannedPlace[] | Refusal {
  const perimeter = compileGeofence(operation.perimeter)
  const letters = new Set<string>()
  const checked: PlannedPlace[] = []
  for (const place of places) {
    const { letter, meeting } = place
    const params = { letter }
    if (letters.has(letter)) return refuse('place.letter-taken', { params })
    letters.add(letter)
    if (!perimeter.contains(meeting.at.lat, meeting.at.lng))
      return refuse('place.outside-perimeter', { params })
    const refusal = placeRefusal(operation, place)
    if (refusal) return refusal
    const ring: Ring | null | Refusal = place.ring && makeRing(place.ring)
    if (isRefusal(ring)) return ring
    checked.push({ ...place, ring })
  }
  const sum = places.reduce((total, { poa }) => total + (poa ?? 0), 0)
  // Probabilities that people type as tenths do not add up to 1 exactly.
  if (sum > 1 + 1e-9)
    return refuse('search.poa-over-one', { params: { percent: Math.round(sum * 1000) / 10 } })
  return checked
}

/** Metres that an outline may stand over the area: two drawings never fit exactly. */
const overhang = 30

/** A segment beyond the area of the operation could not be searched: nobody may act there (D6). */
export function outsideRefusal(
  { perimeter }: Pick<Operation, 'perimeter'>,
  { kind, letter, ring }: Pick<PlannedPlace, 'kind' | 'letter' | 'ring'>,
): Refusal | null {
  if (kind !== 'segment' || ring === null || ring.length < 3) return null
  const area = compileGeofence(perimeter)
  const segment = compileGeofence(ring)
  const beyond =
    ring.some(({ lat, lng }) => area.margin(lat, lng) < -overhang) ||
    perimeter.some(({ lat, lng }) => segment.margin(lat, lng) > overhang)
  return beyond ? refuse('search.segment-outside', { params: { letter } }) : null
}

/** Why one of the segments cannot lie where it was drawn, each beside those before it. */
export function misplacedRefusal(
  operation: Pick<Operation, 'perimeter'>,
  places: readonly PlannedPlace[],
  others: readonly PlannedPlace[] = [],
): Refusal | null {
  for (const [i, place] of places.entries()) {
    const refusal =
      outsideRefusal(operation, place) ?? overlapRefusal(place, [...others, ...places.slice(0, i)])
    if (refusal) return refusal
  }
  return null
}

function placeRefusal(
  { kind, window }: Pick<Operation, 'kind' | 'window'>,
  { letter, kind: placeKind, meeting, minimum, slots, poa, ring }: PlannedPlace,
): Refusal | null {
  const params = { letter }
  if (minimum > slots.length) return refuse('place.minimum-over-slots', { params })
  if (meeting.time !== null && meeting.time >= window.to) return refuse('place.meets-too-late', { params })
  if (placeKind === 'segment') {
    if (kind !== 'search') return refuse('place.segment-without-search', { params })
    return ring === null ? refuse('place.segment-without-ring', { params }) : null
  }
  return poa === null ? null : refuse('place.poa-without-segment', { params })
}
