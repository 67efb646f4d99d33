import type { Id } from '../kernel/ids.ts'
import { arriveSeconds } from '../matching/cost.ts'
import type { PairingPlace } from '../matching/types.ts'
import type { Operation } from '../operations/types.ts'
import type { Refused } from './candidates.ts'
import type { LeftOut } from './proposal.ts'

const SHOWN = 30

/** The nearest who may not go, each for the place closest to it, pinned ones first: the officer asks for them by name. */
export function leftOut(refused: Refused[], places: PairingPlace[], { hands }: Operation): LeftOut[] {
  const pinned = new Set<Id | undefined>(
    hands.filter(({ kind }) => kind === 'pin').map(({ assistant }) => assistant),
  )
  return refused
    .flatMap(({ assistant: { id }, at, why: [why] }): LeftOut[] => {
      let nearest: { place: Id; arrive: number } | undefined
      for (const place of places) {
        const arrive = arriveSeconds(at, place.at)
        if (!nearest || arrive < nearest.arrive) nearest = { place: place.id, arrive }
      }
      return nearest && why ? [{ assistant: id, ...nearest, ...why }] : []
    })
    .sort(
      (a, b) =>
        Number(pinned.has(b.assistant)) - Number(pinned.has(a.assistant)) ||
        a.arrive - b.arrive ||
        (a.assistant < b.assistant ? -1 : 1),
    )
    .slice(0, SHOWN)
}
