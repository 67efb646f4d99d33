import type { Element } from '@xmldom/xmldom'
import type { Fix } from '../../shared/kernel/fix.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import { child, decimal, fileLimit, hasDoctype, rootOf } from './xml.ts'
import { xmlTooCostly } from './xml-cost.ts'

export interface GpxTrack {
  name?: string
  /** In order of time, no two at one time; at least one. */
  points: Fix[]
}

/** Metres: GPX says nothing of accuracy but its dilution, which a receiver's own error (about 5 m) is multiplied by. */
const RECEIVER_ERROR = 5
const UNKNOWN_ACCURACY = 10

/**
 * Reads the tracks of a GPX 1.0 or 1.1 text as one track. Refuses the whole with `gpx.too-big`, `gpx.doctype`, `file.*`,
 * `gpx.not-xml`, `gpx.not-gpx`, `gpx.no-points`, and by the number of the point with `gpx.bad-point`, `gpx.bad-time` and
 * `gpx.time-goes-back` (within a segment; segments may come in any order).
 */
export function readGpx(text: string): GpxTrack | Refusal {
  if (text.length > fileLimit) return refuse('gpx.too-big', { params: { limit: fileLimit } })
  if (hasDoctype(text)) return refuse('gpx.doctype')
  const costly = xmlTooCostly(text)
  if (costly) return costly
  const root = rootOf(text)
  if (!root) return refuse('gpx.not-xml')
  if (root.localName !== 'gpx') return refuse('gpx.not-gpx')

  const points: Fix[] = []
  let number = 0
  for (const segment of root.getElementsByTagNameNS('*', 'trkseg')) {
    let before = -Infinity
    for (const element of segment.getElementsByTagNameNS('*', 'trkpt')) {
      number++
      const point = readPoint(element, number)
      if (isRefusal(point)) return point
      if (point.at < before) return refuse('gpx.time-goes-back', { params: { point: number } })
      before = point.at
      points.push(point)
    }
  }
  if (points.length === 0) return refuse('gpx.no-points')
  const ordered = points
    .sort((a, b) => a.at - b.at)
    .filter(({ at }, i) => i === 0 || at !== points[i - 1]?.at)
  const named = child(root, 'trk', 'name') || child(root, 'metadata', 'name')
  return { ...(named ? { name: named } : {}), points: ordered }
}

function readPoint(element: Element, number: number): Fix | Refusal {
  const lat = decimal(element.getAttribute('lat'))
  const lng = decimal(element.getAttribute('lon'))
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180))
    return refuse('gpx.bad-point', { params: { point: number } })
  const at = instant(child(element, 'time'))
  if (Number.isNaN(at)) return refuse('gpx.bad-time', { params: { point: number } })
  const dilution = decimal(child(element, 'hdop'))
  return { at, lat, lng, accuracy: dilution > 0 ? dilution * RECEIVER_ERROR : UNKNOWN_ACCURACY }
}

/** Milliseconds of an xsd:dateTime; without a zone it is UTC, as GPX says. Not a number for a day that does not exist. */
function instant(text: string): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(text)
  if (!parts) return Number.NaN
  const [, year, month, day, , zone] = parts
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) > daysInMonth ? Number.NaN : Date.parse(zone ? text : `${text}Z`)
}
