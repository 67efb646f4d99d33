import type { City } from '../../shared/city/city.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Town } from './land.ts'
import { worldSize, worldX, worldY } from './mercator.ts'
import { claim, claimAlong, makeOccupancy } from './occupancy.ts'

export type Locale = 'kk' | 'ru' | 'en'
export type LabelStyle = 'avenue' | 'street' | 'water' | 'park' | 'place' | 'town' | 'city'

/** A text on the base map; its middle in world pixels of one zoom. */
export interface BaseLabel {
  text: string
  style: LabelStyle
  x: number
  y: number
  /** Radians; 0 reads to the east. */
  angle: number
  width: number
}

type Measure = (text: string, style: LabelStyle) => number

/**
 * Places the texts of a whole city for one whole zoom, once: tiles then only draw what falls into them, and a label
 * that crosses a tile's edge is the same in both. Main roads first; what would overlap is left out.
 */
export function placeCityLabels(city: City, zoom: number, locale: Locale, measure: Measure): BaseLabel[] {
  if (zoom < 13) return []
  const scale = worldSize(zoom)
  const point = ({ lat, lng }: LatLng) => ({ x: worldX(lng) * scale, y: worldY(lat) * scale })
  const corner = point({ lat: city.box.north + 0.01, lng: city.box.west - 0.01 })
  const end = point({ lat: city.box.south - 0.01, lng: city.box.east + 0.01 })
  const taken = makeOccupancy(end.x - corner.x, end.y - corner.y, zoom > 17 ? 12 : 6)
  const labels: BaseLabel[] = []

  const flat = (at: LatLng, text: string, style: LabelStyle, below: number) => {
    const { x, y } = point(at)
    const width = measure(text, style)
    const [left, top] = [x - corner.x - width / 2, y - corner.y + below - 7]
    if (claim(taken, left - 8, top - 4, left + width + 8, top + 18))
      labels.push({ text, style, x, y: y + below, angle: 0, width })
  }
  if (zoom >= 14) for (const { name, ring } of city.parks) flat(middle(ring), name[locale], 'park', 0)
  if (zoom >= 15)
    for (const { kind, name, at } of city.places)
      if (zoom >= 16 || kind !== 'school') flat(at, name[locale], 'place', 12)

  const along = (path: LatLng[], text: string, style: LabelStyle, offset: number) => {
    const width = measure(text, style)
    const every = (zoom < 15 ? 420 : 640) + width
    const line = path.map(point)
    for (const { x, y, angle } of stepsAlong(line, every, every * offset, width)) {
      const dx = (Math.cos(angle) * (width + 12)) / 2
      const dy = (Math.sin(angle) * (width + 12)) / 2
      const [cx, cy] = [x - corner.x, y - corner.y]
      if (claimAlong(taken, cx - dx, cy - dy, cx + dx, cy + dy, 7))
        labels.push({ text, style, x, y, angle, width })
    }
  }
  for (const kind of ['avenue', 'street', 'lane'] as const) {
    if ((kind === 'street' && zoom < 14) || (kind === 'lane' && zoom < 16)) continue
    city.streets.forEach((street, i) => {
      if (street.class === kind && street.name)
        along(
          street.path,
          street.name[locale],
          kind === 'avenue' ? 'avenue' : 'street',
          0.25 + ((i * 0.37) % 0.5),
        )
    })
  }
  if (zoom >= 14) for (const { name, path } of city.rivers) along(path, name[locale], 'water', 0.4)
  return labels
}

/** Towns by size: the country's first, as many as fit. */
export function placeTownLabels(towns: Town[], zoom: number, locale: Locale, measure: Measure): BaseLabel[] {
  if (zoom > 12) return []
  const least = [0, 0, 0, 0, 190, 90, 40, 20, 8, 2, 0, 0, 0][zoom] ?? 0
  const scale = worldSize(zoom)
  // A settlement without a name of its own in this language has only the Latin one of the source.
  const spoken = ({ name }: Town) => locale === 'en' || name[locale] !== name.en
  const large = ({ thousands, abroad }: Town) => thousands >= (abroad ? Math.max(400, least * 3) : least)
  const shown = towns.filter((town) => large(town) && spoken(town))
  shown.sort((a, b) => Number(a.abroad) - Number(b.abroad) || b.thousands - a.thousands)
  const left = worldX(44) * scale
  const top = worldY(58) * scale
  const taken = makeOccupancy(worldX(94) * scale - left, worldY(37) * scale - top, 6)
  return shown.flatMap(({ lat, lng, thousands, name }) => {
    const text = name[locale]
    const style = thousands >= 500 ? 'city' : 'town'
    const width = measure(text, style)
    const x = worldX(lng) * scale
    const y = worldY(lat) * scale
    const middleX = x + width / 2 + 7
    const free = claim(taken, x - left - 4, y - top - 8, x - left + width + 12, y - top + 8)
    return free ? [{ text, style, x: middleX, y, angle: 0, width } satisfies BaseLabel] : []
  })
}

const middle = (ring: LatLng[]): LatLng => ({
  lat: ring.reduce((sum, { lat }) => sum + lat, 0) / ring.length,
  lng: ring.reduce((sum, { lng }) => sum + lng, 0) / ring.length,
})

interface Spot {
  x: number
  y: number
}
interface Step extends Spot {
  angle: number
}

/** Places every so many pixels along a line where `width` of it is left on both sides, turned so that text stands up. */
export function stepsAlong(line: Spot[], every: number, first: number, width: number): Step[] {
  const reach = [0]
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as Spot, line[i] as Spot]
    reach.push((reach[i - 1] as number) + Math.hypot(b.x - a.x, b.y - a.y))
  }
  const length = reach.at(-1) as number
  let piece = 1
  const at = (distance: number) => {
    while (piece > 1 && (reach[piece - 1] as number) > distance) piece--
    while (piece < line.length - 1 && (reach[piece] as number) < distance) piece++
    const [a, b] = [line[piece - 1] as Spot, line[piece] as Spot]
    const share =
      (distance - (reach[piece - 1] as number)) / ((reach[piece] as number) - (reach[piece - 1] as number))
    return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
  }
  const steps: Step[] = []
  const start = length < every ? length / 2 : first
  for (let distance = start; distance + width / 2 < length; distance += every) {
    if (distance < width / 2) continue
    const a = at(distance - width / 2)
    const b = at(distance + width / 2)
    const { x, y } = at(distance)
    let angle = Math.atan2(b.y - a.y, b.x - a.x)
    // Upright: text along a road to the north reads from south to north.
    if (angle >= Math.PI / 2 - 0.2) angle -= Math.PI
    else if (angle < -Math.PI / 2 - 0.2) angle += Math.PI
    steps.push({ x, y, angle })
  }
  return steps
}
