import type { LatLng } from '../../shared/geo/lat-lng.ts'
import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'

/** An outline as the file has it, or why it can be none. */
export interface FoundArea {
  letter: string
  name: string
  points: LatLng[]
  refusal?: Refusal
}

/** Collections within collections. */
const deepest = 4

/** The polygons of a GeoJSON text. Where CalTopo says which are assignments, only those: the rest is decoration. */
export function geoJsonAreas(text: string): FoundArea[] | Refusal {
  let root: unknown
  try {
    root = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return refuse('areas.unreadable')
  }
  const features: { assigned: boolean; areas: FoundArea[] }[] = []
  let tooDeep = false
  const go = (value: unknown, depth: number) => {
    if (depth > deepest) tooDeep = true
    const { type, features: inner, geometry, properties } = fields(value)
    if (tooDeep || type === undefined) return
    if (type === 'FeatureCollection' && Array.isArray(inner)) for (const one of inner) go(one, depth + 1)
    else if (type === 'Feature') {
      const own = fields(properties)
      const letter = word(own.letter) || word(own.number)
      const name = word(own.title) || word(own.name)
      const areas: FoundArea[] = []
      polygons(geometry, depth + 1, (points, refusal) => {
        areas.push({ letter, name, points, ...(refusal && { refusal }) })
      })
      features.push({ assigned: own.class === 'Assignment', areas })
    } else
      polygons(value, depth, (points, refusal) => {
        features.push({
          assigned: false,
          areas: [{ letter: '', name: '', points, ...(refusal && { refusal }) }],
        })
      })
  }
  const polygons = (value: unknown, depth: number, found: (points: LatLng[], refusal?: Refusal) => void) => {
    if (depth > deepest) tooDeep = true
    if (tooDeep) return
    const { type, coordinates, geometries } = fields(value)
    if (type === 'Polygon') polygon(coordinates, found)
    if (type === 'MultiPolygon' && Array.isArray(coordinates))
      for (const one of coordinates) polygon(one, found)
    if (type === 'GeometryCollection' && Array.isArray(geometries))
      for (const one of geometries) polygons(one, depth + 1, found)
  }
  go(root, 0)
  if (tooDeep) return refuse('areas.too-deep', { params: { limit: deepest } })
  const assigned = features.filter((feature) => feature.assigned && feature.areas.length > 0)
  return (assigned.length > 0 ? assigned : features).flatMap(({ areas }) => areas)
}

function polygon(rings: unknown, found: (points: LatLng[], refusal?: Refusal) => void): void {
  if (!Array.isArray(rings)) return
  const [outer] = rings
  if (rings.length > 1) {
    found([], refuse('areas.hole'))
    return
  }
  const points = (Array.isArray(outer) ? outer : []).map((at: unknown): LatLng => {
    const [lng, lat] = Array.isArray(at) ? at : []
    return {
      lat: typeof lat === 'number' ? lat : Number.NaN,
      lng: typeof lng === 'number' ? lng : Number.NaN,
    }
  })
  const [first, last] = [points[0], points.at(-1)]
  const closed = first && last && points.length > 1 && first.lat === last.lat && first.lng === last.lng
  if (closed) found(points)
  else found([], refuse('areas.not-closed'))
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

const word = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
