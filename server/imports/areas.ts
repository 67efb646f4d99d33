import type { Element } from '@xmldom/xmldom'
import { distance } from '../../shared/geo/distance.ts'
import type { LatLng, Ring } from '../../shared/geo/lat-lng.ts'
import { makeRing } from '../../shared/geo/make-ring.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import { type FoundArea, geoJsonAreas } from './geo-json-areas.ts'
import { child, decimal, fileLimit, hasDoctype, rootOf } from './xml.ts'

export interface ImportedAreas {
  areas: { letter: string; name: string; ring: Ring }[]
  /** What is no outline of a segment, by its name and why. */
  leftOut: { name: string; code: string; params?: Record<string, string | number> }[]
}

const mostAreas = 200
/** Metres between the ends of a line that somebody walked round an area. */
const closedWithin = 30

/**
 * Reads the areas of a GPX (closed tracks and routes), KML (polygons) or GeoJSON text (polygons; of CalTopo's files the
 * assignments). Nothing that the file refers to is ever fetched. Refuses the whole with `gpx.too-big` and `areas.*`; an
 * outline that cannot be a segment is left out with its reason.
 */
export function readAreas(text: string): ImportedAreas | Refusal {
  if (text.length > fileLimit) return refuse('gpx.too-big', { params: { limit: fileLimit } })
  if (text.startsWith('PK')) return refuse('areas.kmz')
  const found = /^\s*[{[]/.test(text.replace(/^\ufeff/, '')) ? geoJsonAreas(text) : xmlAreas(text)
  if (isRefusal(found)) return found
  if (found.length === 0) return refuse('areas.none')
  if (found.length > mostAreas) return refuse('areas.too-many', { params: { limit: mostAreas } })
  const read: ImportedAreas = { areas: [], leftOut: [] }
  for (const { letter, name, points, refusal } of found) {
    const ring = refusal ?? makeRing(points)
    if (isRefusal(ring)) {
      const { code, params } = ring
      read.leftOut.push({ name: plain(name || letter, 80), code, ...(params && { params }) })
    } else read.areas.push({ letter: plain(letter, 4), name: plain(name, 80), ring })
  }
  return read
}

/** One line of plain text: it is shown as it stands, and never as anything else. */
function plain(text: string, most: number): string {
  return text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
}

function xmlAreas(text: string): FoundArea[] | Refusal {
  if (hasDoctype(text)) return refuse('areas.doctype')
  const root = rootOf(text)
  if (root?.localName === 'gpx') return gpxAreas(root)
  return root?.localName === 'kml' ? kmlAreas(root) : refuse('areas.unreadable')
}

function gpxAreas(root: Element): FoundArea[] {
  const lines = [
    ...[...root.getElementsByTagNameNS('*', 'trk')].flatMap((track) =>
      [...track.getElementsByTagNameNS('*', 'trkseg')].map((line) => ({ of: track, line, point: 'trkpt' })),
    ),
    ...[...root.getElementsByTagNameNS('*', 'rte')].map((line) => ({ of: line, line, point: 'rtept' })),
  ]
  return lines.flatMap(({ of, line, point }) => {
    const points = [...line.getElementsByTagNameNS('*', point)].map((at) => ({
      lat: decimal(at.getAttribute('lat')),
      lng: decimal(at.getAttribute('lon')),
    }))
    const [first, last] = [points[0], points.at(-1)]
    // An open line is a way, not an area.
    if (!first || !last || points.length < 4 || distance(first, last) > closedWithin) return []
    return [{ ...namedAs(child(of, 'name')), points }]
  })
}

function kmlAreas(root: Element): FoundArea[] {
  return [...root.getElementsByTagNameNS('*', 'Placemark')].flatMap((mark) =>
    [...mark.getElementsByTagNameNS('*', 'Polygon')].map((polygon): FoundArea => {
      const named = namedAs(child(mark, 'name'))
      const inner = polygon.getElementsByTagNameNS('*', 'innerBoundaryIs')
      if (inner.length > 0) return { ...named, points: [], refusal: refuse('areas.hole') }
      const points = child(polygon, 'outerBoundaryIs', 'LinearRing', 'coordinates')
        .split(/\s+/)
        .filter(Boolean)
        .map((one): LatLng => {
          const [lng, lat] = one.split(',')
          return { lat: decimal(lat), lng: decimal(lng) }
        })
      return { ...named, points }
    }),
  )
}

/** "B2 Creek bank" is letter B2, name "Creek bank"; a name without a short first word has no letter. */
function namedAs(text: string): { letter: string; name: string } {
  const parts = /^\s*([\p{Lu}\d]{1,4})(?:[\s:·.–-]+(.*))?$/u.exec(text)
  return parts ? { letter: parts[1] ?? '', name: (parts[2] ?? '').trim() } : { letter: '', name: text.trim() }
}
