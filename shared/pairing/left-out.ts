import type { GateRefusal } from '../gates/gate.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import type { Id } from '../kernel/ids.ts'
import { arriveSeconds } from '../matching/cost.ts'
import type { HandChange } from '../matching/hand-change.ts'
import type { PairingPlace } from '../matching/types.ts'
import type { Refused } from './candidates.ts'
import type { LeftOut } from './proposal.ts'

const SHOWN = 30

export interface NearestPlace {
  assistant: Id
  place: Id
  /** Seconds. */
  arrive: number
}

/** The nearest who may not go, each for the place closest to it, pinned ones first: the officer asks for them by name. */
export function nearestPlaces(
  refused: { id: Id; at: LatLng }[],
  places: PairingPlace[],
  changes: HandChange[],
): NearestPlace[] {
  const pinned = new Set<Id | undefined>(
    changes.filter(({ kind }) => kind === 'pin').map(({ assistant }) => assistant),
  )
  return refused
    .flatMap(({ id: assistant, at }): NearestPlace[] => {
      let nearest: NearestPlace | undefined
      for (const { id: place, at: to } of places) {
        const arrive = arriveSeconds(at, to)
        if (!nearest || arrive < nearest.arrive) nearest = { assistant, place, arrive }
      }
      return nearest ? [nearest] : []
    })
    .sort(
      (a, b) =>
        Number(pinned.has(b.assistant)) - Number(pinned.has(a.assistant)) ||
        a.arrive - b.arrive ||
        (a.assistant < b.assistant ? -1 : 1),
    )
    .slice(0, SHOWN)
}

/** Each with the first rule against it. */
export function leftOut(nearest: NearestPlace[], refused: Refused[]): LeftOut[] {
  const named = new Set(nearest.map(({ assistant }) => assistant))
  const whyNot = new Map<Id, GateRefusal>()
  for (const {
    assistant,
    why: [first],
  } of refused)
    if (first && named.has(assistant.id)) whyNot.set(assistant.id, first)
  return nearest.flatMap((one) => {
    const why = whyNot.get(one.assistant)
    return why ? [{ ...one, ...why }] : []
  })
}
