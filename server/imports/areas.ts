import type { Element } from '@xmldom/xmldom'
import { distance } from '../../shared/geo/distance.ts'
import type { LatLng, Ring } from '../../shared/geo/lat-lng.ts'
import { makeRing } from '../../shared/geo/make-ring.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import { type FoundArea, type FoundShapes, geoJsonAreas } from './geo-json-areas.ts'
import { type FoundLine, type ImportedLine, keptLines } from './lines.ts'
import { child, decimal, fileLimit, hasDoctype, rootOf } from './xml.ts'
import { xmlTooCostly } from './xml-cost.ts'

export interface ImportedAreas {
  areas: { letter: string; name: string; ring: Ring }[]
  /** Roads and streams, simplified; none when the file has none. */
  lines?: ImportedLine[]
  /** What is no outline of a segment, by its name and why. */
  leftOut: { name: string; code: string; params?: Record<string, string | number> }[]
}

const mostAreas = 200
const mostLines = 60
/** Metres between the ends of a line that somebody walked round an area. */
const closedWithin = 30

/**
 * Reads the areas of a GPX (closed tracks and routes), KML (polygons) or GeoJSON text (polygons; of CalTopo's files the
 * assignments), and what is open as lines. Nothing that the file refers to is ever fetched. Refuses the whole with `gpx.too-big` and `areas.*`; an
 * outline that cannot be a segment is left out with its reason.
 */
export function readAreas(text: string): ImportedAreas | Refusal {
  if (text.length > fileLimit) return refuse('gpx.too-big', { params: { limit: fileLimit } })
  // A KMZ is unpacked before it comes here.
  if (text.startsWith('PK')) return refuse('areas.kmz')
  const found = /^\s*[{[]/.test(text.replace(/^\ufeff/, '')) ? geoJsonAreas(text) : xmlAreas(text)
  if (isRefusal(found)) return found
  if (found.areas.length > mostAreas) return refuse('areas.too-many', { params: { limit: mostAreas } })
  if (found.lines.length > mostLines) return refuse('areas.too-many-lines', { params: { limit: mostLines } })
  const lines = keptLines(found.lines, (name) => plain(name, 80))
  if (found.areas.length + lines.length === 0) return refuse('areas.none')
  const read: ImportedAreas = { areas: [], ...(lines.length > 0 && { lines }), leftOut: [] }
  for (const { letter, name, points, refusal } of found.areas) {
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

function xmlAreas(text: string): FoundShapes | Refusal {
  if (hasDoctype(text)) return refuse('areas.doctype')
  const costly = xmlTooCostly(text)
  if (costly) return costly
  const root = rootOf(text)
  if (root?.localName === 'gpx') return gpxAreas(root)
  return root?.localName === 'kml' ? kmlAreas(root) : refuse('areas.unreadable')
}

function gpxAreas(root: Element): FoundShapes {
  const found: FoundShapes = { areas: [], lines: [] }
  const lines = [
    ...[...root.getElementsByTagNameNS('*', 'trk')].flatMap((track) =>
      [...track.getElementsByTagNameNS('*', 'trkseg')].map((line) => ({ of: track, line, point: 'trkpt' })),
    ),
    ...[...root.getElementsByTagNameNS('*', 'rte')].map((line) => ({ of: line, line, point: 'rtept' })),
  ]
  for (const { of, line, point } of lines) {
    const points = [...line.getElementsByTagNameNS('*', point)].map((at) => ({
      lat: decimal(at.getAttribute('lat')),
      lng: decimal(at.getAttribute('lon')),
    }))
    const [first, last] = [points[0], points.at(-1)]
    const name = child(of, 'name')
    // An open line is a way, not an area.
    if (!first || !last || points.length < 4 || distance(first, last) > closedWithin)
      found.lines.push({ name, points })
    else found.areas.push({ ...namedAs(name), points })
  }
  return found
}

function kmlAreas(root: Element): FoundShapes {
  const marks = [...root.getElementsByTagNameNS('*', 'Placemark')]
  const areas = marks.flatMap((mark) =>
    [...mark.getElementsByTagNameNS('*', 'Polygon')].map((polygon): FoundArea => {
      const named = namedAs(child(mark, 'name'))
      const inner = polygon.getElementsByTagNameNS('*', 'innerBoundaryIs')
      if (inner.length > 0) return { ...named, points: [], refusal: refuse('areas.hole') }
      return { ...named, points: kmlPoints(child(polygon, 'outerBoundaryIs', 'LinearRing', 'coordinates')) }
    }),
  )
  const lines = marks.flatMap((mark) =>
    [...mark.getElementsByTagNameNS('*', 'LineString')].map(
      (line): FoundLine => ({ name: child(mark, 'name'), points: kmlPoints(child(line, 'coordinates')) }),
    ),
  )
  return { areas, lines }
}

const kmlPoints = (text: string): LatLng[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((one) => {
      const [lng, lat] = one.split(',')
      return { lat: decimal(lat), lng: decimal(lng) }
    })

/** "B2 Creek bank" is letter B2, name "Creek bank"; a name without a short first word has no letter. */
function namedAs(text: string): { letter: string; name: string } {
  const parts = /^\s*([\p{Lu}\d]{1,4})(?:[\s:·.–-]+(.*))?$/u.exec(text)
  return parts ? { letter: parts[1] ?? '', name: (parts[2] ?? '').trim() } : { letter: '', name: text.trim() }
}
