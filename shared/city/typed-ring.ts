import type { LatLng, Ring } from '../geo/lat-lng.ts'
import { makeRing } from '../geo/make-ring.ts'
import { circleRing } from '../geo/ring-shapes.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { City } from './city.ts'
import { coordinatesText, findPoints, parseCoordinates } from './find-point.ts'
import type { CityName } from './names.ts'

export interface TypedRing {
  ring: Ring
  /** What was understood: the place and the metres around it; null for typed corners. */
  around: { name: string; metres: number } | null
}

/** Metres: from a courtyard to a district. */
const radiusRange = { least: 10, most: 20_000 } as const

/** "вокруг …", "around …", "… айналасы": words that may stand before or after the name. */
const aroundWords = /^(?:вокруг|около|around|near)\s+|\s+(?:айналасы|маңы)$/giu

/**
 * An outline from typed text: corners (`43.24 76.90; 43.24 76.92; …`), or a place of the city, a crossing or
 * coordinates followed by a radius in metres (`Центральный стадион 400`). Refuses with `typed.no-place`,
 * `typed.no-radius`, `typed.radius-range`, and what `makeRing` refuses.
 */
export function typedRing(city: City | null, text: string, language: keyof CityName): TypedRing | Refusal {
  const corners = text.split(/[;\n]/).filter((part) => part.trim() !== '')
  if (corners.length > 1) return fromCorners(corners)
  const match = /^(.*\S)\s+(\d+(?:[.,]\d+)?)\s*(?:м|m|метров|метр)?\.?$/iu.exec(text.trim())
  const place = (match?.[1] ?? text).trim().replaceAll(aroundWords, '').replace(/[,;]$/, '')
  const metres = match ? Number(match[2]?.replace(',', '.')) : Number.NaN
  // A pair of coordinates alone also ends in a number.
  const pair = parseCoordinates(text)
  const [found] = pair ? [{ name: coordinatesText(pair), at: pair }] : findPoints(city, place, language, 1)
  if (!found) {
    const [named] = findPoints(city, text.trim().replaceAll(aroundWords, ''), language, 1)
    return named ? refuse('typed.no-radius', { params: { place: named.name } }) : refuse('typed.no-place')
  }
  if (pair || Number.isNaN(metres)) return refuse('typed.no-radius', { params: { place: found.name } })
  if (metres < radiusRange.least || metres > radiusRange.most)
    return refuse('typed.radius-range', { params: { least: radiusRange.least, most: radiusRange.most } })
  return { ring: circleRing(found.at, metres), around: { name: found.name, metres } }
}

function fromCorners(corners: string[]): TypedRing | Refusal {
  const points: LatLng[] = []
  for (const corner of corners) {
    const at = parseCoordinates(corner)
    if (!at) return refuse('typed.bad-corner', { params: { corner: corner.trim() } })
    points.push(at)
  }
  const ring = makeRing(points)
  return isRefusal(ring) ? ring : { ring, around: null }
}

/** The corners of a ring as text that `typedRing` reads back. */
export const ringText = (ring: Ring): string => ring.map(coordinatesText).join('; ')
