import { distance } from '../../geo/distance.ts'
import type { LatLng } from '../../geo/lat-lng.ts'

/** Metres between an assistant and the leading unit above which the gauge says "far". */
export const tetherMetres = 100

/** A gauge for desk and phone, not an alarm: a unit may send somebody around the corner. */
export function tether(assistant: LatLng, unit: LatLng): { metres: number; far: boolean } {
  const metres = distance(assistant, unit)
  return { metres, far: metres > tetherMetres }
}
