import { distance } from '../geo/distance.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import type { City, Street } from './city.ts'
import type { CityName } from './names.ts'

/** A point that somebody named in words, and how it reads. */
export interface FoundPoint {
  name: string
  at: LatLng
}

const decimal = /^\s*(-?\d{1,3}(?:[.,]\d+)?)\s*(?:[;,]\s+|\s+|[;,])(-?\d{1,3}(?:[.,]\d+)?)\s*$/

/** `43.2380, 76.9050`, also with spaces or a decimal comma: latitude first. Null when it is no pair of coordinates. */
export function parseCoordinates(text: string): LatLng | null {
  const match = decimal.exec(text)
  if (!match) return null
  const [lat, lng] = [match[1], match[2]].map((part) => Number(part?.replace(',', '.'))) as [number, number]
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null
}

/** 43.23800, 76.90500: to a metre. */
export const coordinatesText = ({ lat, lng }: LatLng): string => `${lat.toFixed(5)}, ${lng.toFixed(5)}`

/**
 * What a typed text may mean, best first: coordinates, a place of the city, or a crossing ("Абая / Назарбаева"), in
 * whichever of the three languages. Names come back in `language`.
 */
export function findPoints(
  city: City | null,
  text: string,
  language: keyof CityName,
  limit = 8,
): FoundPoint[] {
  const at = parseCoordinates(text)
  if (at) return [{ name: coordinatesText(at), at }]
  const wanted = plain(text)
  if (!city || wanted.length < 2) return []
  const places = city.places
    .filter(({ name }) => named(name, wanted))
    .map(({ name, at: where }) => ({ name: name[language], at: where }))
  return [...places, ...crossings(city, text, language)].slice(0, limit)
}

function crossings(city: City, text: string, language: keyof CityName): FoundPoint[] {
  const [one, other, more] = text.split(/\s*[/×]\s*|\s+[-–]\s+/).map(plain)
  if (!one || !other || more !== undefined) return []
  const first = city.streets.filter(({ name }) => name && named(name, one))
  const second = city.streets.filter(({ name }) => name && named(name, other))
  return first.flatMap((a) =>
    second.flatMap((b) => {
      const at = a === b ? null : meet(a, b)
      return at && a.name && b.name ? [{ name: `${a.name[language]} / ${b.name[language]}`, at }] : []
    }),
  )
}

/** Streets share the points of their junctions. */
function meet(a: Street, b: Street): LatLng | null {
  return a.path.find((at) => b.path.some((other) => other.lat === at.lat && other.lng === at.lng)) ?? null
}

/** The crossing or place nearest to a point, as people would say it; null when none lies within `within` metres. */
export function nameOfPoint(
  city: City | null,
  at: LatLng,
  language: keyof CityName,
  within = 250,
): string | null {
  if (!city) return null
  let best: { name: string; away: number } | null = null
  for (const place of city.places) {
    const away = distance(place.at, at)
    if (away <= within && (!best || away < best.away)) best = { name: place.name[language], away }
  }
  if (best) return best.name
  const near = city.streets
    .flatMap(({ name, path }) =>
      name ? [{ name: name[language], away: Math.min(...path.map((point) => distance(point, at))) }] : [],
    )
    .filter(({ away }) => away <= within)
    .sort((a, b) => a.away - b.away)
  const names = [...new Set(near.map(({ name }) => name))].slice(0, 2)
  return names.length === 0 ? null : names.join(' / ')
}

const plain = (text: string): string =>
  text
    .trim()
    .toLocaleLowerCase()
    .replaceAll(/[«»"'’]/g, '')
const named = (name: CityName, wanted: string): boolean =>
  Object.values(name).some((one) => plain(one as string).includes(wanted))
