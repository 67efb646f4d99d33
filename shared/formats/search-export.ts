import type { LatLng, Ring } from '../geo/lat-lng.ts'

/** What a search hands to another tool: everything as it stood at one instant, with who took it out and why. */
export interface SearchExport {
  title: string
  at: number
  by: string
  reason: string
  segments: { letter: string; name: string; ring: Ring }[]
  tracks: { name: string; lines: (LatLng & { at: number })[][] }[]
  /** Clues and the planning points, with an instant where there is one. */
  marks: { name: string; words: string; at: LatLng; placedAt: number | null }[]
}

const utc = (at: number): string => new Date(at).toISOString()
const said = ({ at, by, reason }: SearchExport): string => `${utc(at)} ${by}: ${reason}`

/** GPX 1.1: marks as waypoints, segments as closed routes, ways as tracks. */
export function searchGpx(search: SearchExport): string {
  const { title, at, segments, tracks, marks } = search
  const point = (tag: string, { lat, lng }: LatLng, inner = '') =>
    `<${tag} lat="${lat.toFixed(6)}" lon="${lng.toFixed(6)}">${inner}</${tag}>`
  const text = (tag: string, words: string) => (words ? `<${tag}>${escaped(words)}</${tag}>` : '')
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Serik" xmlns="http://www.topografix.com/GPX/1/1">',
    `<metadata>${text('name', title)}${text('desc', said(search))}<time>${utc(at)}</time></metadata>`,
    ...marks.map(({ name, words, at: where, placedAt }) =>
      point(
        'wpt',
        where,
        `${placedAt === null ? '' : text('time', utc(placedAt))}${text('name', name)}${text('desc', words)}`,
      ),
    ),
    ...segments.map(
      ({ letter, name, ring }) =>
        `<rte>${text('name', `${letter} ${name}`.trim())}${closed(ring)
          .map((corner) => point('rtept', corner))
          .join('')}</rte>`,
    ),
    ...tracks.map(
      ({ name, lines: parts }) =>
        `<trk>${text('name', name)}${parts
          .map(
            (line) =>
              `<trkseg>${line.map((fix) => point('trkpt', fix, text('time', utc(fix.at)))).join('')}</trkseg>`,
          )
          .join('')}</trk>`,
    ),
    '</gpx>',
  ]
  return `${lines.join('\n')}\n`
}

/** GeoJSON (RFC 7946) with the property names of CalTopo's files. */
export function searchGeoJson(search: SearchExport): string {
  const { title, segments, tracks, marks } = search
  const feature = (properties: object, type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates },
  })
  return JSON.stringify({
    type: 'FeatureCollection',
    properties: { title, description: said(search) },
    features: [
      ...segments.map(({ letter, name, ring }, i) =>
        feature(
          { class: 'Assignment', letter, number: String(i + 1), title: name, resourceType: 'GROUND' },
          'Polygon',
          [closed(counterClockwise(ring)).map(pair)],
        ),
      ),
      ...tracks.flatMap(({ name, lines }) =>
        lines.map((line) =>
          feature(
            { class: 'AppTrack', title: name },
            'LineString',
            line.map((fix) => [...pair(fix), 0, fix.at]),
          ),
        ),
      ),
      ...marks.map(({ name, words, at, placedAt }) =>
        feature(
          {
            class: 'Marker',
            title: name,
            description: words,
            'marker-symbol': 'clue',
            'marker-color': 'FF0000',
            ...(placedAt !== null && { time: utc(placedAt) }),
          },
          'Point',
          pair(at),
        ),
      ),
    ],
  })
}

const pair = ({ lat, lng }: LatLng): [number, number] => [Number(lng.toFixed(6)), Number(lat.toFixed(6))]
const closed = (ring: Ring): Ring => [...ring, ...ring.slice(0, 1)]

/** The standard wants the outer ring so; who ignores it fills the rest of the world. */
function counterClockwise(ring: Ring): Ring {
  const twice = ring.reduce((sum, a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a
    return sum + (b.lng - a.lng) * (b.lat + a.lat)
  }, 0)
  return twice > 0 ? ring.toReversed() : ring
}

/** Nothing that was typed is markup; characters that XML cannot hold are left out. */
function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
