import type { LatLng } from '../../shared/geo/lat-lng.ts'
import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import type { FoundLine } from './lines.ts'

/** An outline as the file has it, or why it can be none. */
export interface FoundArea {
  letter: string
  name: string
  points: LatLng[]
  refusal?: Refusal
}

export interface FoundShapes {
  areas: FoundArea[]
  lines: FoundLine[]
}

/** Collections within collections. */
const deepest = 4

/**
 * The polygons and lines of a GeoJSON text. Where CalTopo says which polygons are assignments, only those: the rest is
 * decoration. Its recorded tracks are no roads.
 */
export function geoJsonAreas(text: string): FoundShapes | Refusal {
  let root: unknown
  try {
    root = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return refuse('areas.unreadable')
  }
  const features: { assigned: boolean; found: FoundShapes }[] = []
  let tooDeep = false
  const go = (value: unknown, depth: number) => {
    if (depth > deepest) tooDeep = true
    const { type, features: inner, geometry, properties } = fields(value)
    if (tooDeep || type === undefined) return
    if (type === 'FeatureCollection' && Array.isArray(inner)) {
      for (const one of inner) go(one, depth + 1)
      return
    }
    const own = type === 'Feature' ? fields(properties) : {}
    const found: FoundShapes = { areas: [], lines: [] }
    const letter = word(own.letter) || word(own.number)
    const name = word(own.title) || word(own.name)
    const take = type === 'Feature' ? geometry : value
    geometries(take, type === 'Feature' ? depth + 1 : depth, {
      area: (points, refusal) => void found.areas.push({ letter, name, points, ...(refusal && { refusal }) }),
      line: (points) => {
        if (own.class !== 'AppTrack') found.lines.push({ name, points })
      },
    })
    features.push({ assigned: own.class === 'Assignment', found })
  }
  const geometries = (value: unknown, depth: number, into: Into) => {
    if (depth > deepest) tooDeep = true
    if (tooDeep) return
    const { type, coordinates, geometries: inner } = fields(value)
    const each = (list: unknown, one: (item: unknown) => void) => {
      if (Array.isArray(list)) for (const item of list) one(item)
    }
    if (type === 'Polygon') polygon(coordinates, into.area)
    if (type === 'MultiPolygon') each(coordinates, (one) => polygon(one, into.area))
    if (type === 'LineString') into.line(points(coordinates))
    if (type === 'MultiLineString') each(coordinates, (one) => into.line(points(one)))
    if (type === 'GeometryCollection') each(inner, (one) => geometries(one, depth + 1, into))
  }
  go(root, 0)
  if (tooDeep) return refuse('areas.too-deep', { params: { limit: deepest } })
  const assigned = features.filter(({ assigned: is, found }) => is && found.areas.length > 0)
  return {
    areas: (assigned.length > 0 ? assigned : features).flatMap(({ found }) => found.areas),
    lines: features.flatMap(({ found }) => found.lines),
  }
}

interface Into {
  area(points: LatLng[], refusal?: Refusal): void
  line(points: LatLng[]): void
}

function polygon(rings: unknown, found: Into['area']): void {
  if (!Array.isArray(rings)) return
  const [outer] = rings
  if (rings.length > 1) {
    found([], refuse('areas.hole'))
    return
  }
  const corners = points(outer)
  const [first, last] = [corners[0], corners.at(-1)]
  const closed = first && last && corners.length > 1 && first.lat === last.lat && first.lng === last.lng
  if (closed) found(corners)
  else found([], refuse('areas.not-closed'))
}

function points(coordinates: unknown): LatLng[] {
  return (Array.isArray(coordinates) ? coordinates : []).map((at: unknown): LatLng => {
    const [lng, lat] = Array.isArray(at) ? at : []
    return {
      lat: typeof lat === 'number' ? lat : Number.NaN,
      lng: typeof lng === 'number' ? lng : Number.NaN,
    }
  })
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

const word = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
