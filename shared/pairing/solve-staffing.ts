import type { LatLng } from '../geo/lat-lng.ts'
import type { Id } from '../kernel/ids.ts'
import { pair, type Remembered, remember } from '../matching/pairing.ts'
import type { Pairing, PairingRequest } from '../matching/types.ts'
import { type NearestPlace, nearestPlaces } from './left-out.ts'

/** What a proposal has to solve: plain data, so that it may be solved on a thread. */
export interface Staffing extends PairingRequest {
  /** Who may not go, of whom the nearest are named. */
  refused: { id: Id; at: LatLng }[]
  /** What the last proposal of this desk for this operation came to. */
  before: Remembered | undefined
}

export interface Staffed extends Pick<Pairing, 'places' | 'bound'> {
  unitsGap: number
  assistantsGap: number
  nearestRefused: NearestPlace[]
  /** The `before` of the next. */
  remembered: Remembered
}

/** Pure; equal staffings come to the same. Throws what `pair` throws. */
export function solveStaffing({ refused, before, ...request }: Staffing): Staffed {
  const pairing = pair(request, before)
  const { places, bound, stages } = pairing
  return {
    places,
    bound,
    unitsGap: stages.units.certificate.gap,
    assistantsGap: stages.assistants.certificate.gap,
    nearestRefused: nearestPlaces(refused, request.places, request.changes ?? []),
    remembered: remember(pairing),
  }
}
