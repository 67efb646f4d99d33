import type { LatLng } from '../geo/lat-lng.ts'
import { closed, degrees, element, escaped, type SearchExport, said, utc } from './search-export.ts'

/**
 * GPX 1.1 as any hand-held takes it: clues, points and hazards as waypoints, segments as closed routes, lanes, roads and
 * streams as open ones, recorded ways as tracks.
 */
export function searchGpx(search: SearchExport): string {
  const { title, at, segments, lanes, tracks, marks, lines, hazards } = search
  const point = (tag: string, { lat, lng }: LatLng, inner = '') =>
    `<${tag} lat="${degrees(lat)}" lon="${degrees(lng)}">${inner}</${tag}>`
  const route = (name: string, path: readonly LatLng[], words = '') =>
    `<rte>${element('name', name)}${element('desc', words)}${path.map((one) => point('rtept', one)).join('')}</rte>`
  const rows = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Serik" xmlns="http://www.topografix.com/GPX/1/1">',
    `<metadata>${element('name', title)}${element('desc', said(search))}<time>${utc(at)}</time></metadata>`,
    ...marks.map(({ name, words, at: where, placedAt }) =>
      point(
        'wpt',
        where,
        `${placedAt === null ? '' : element('time', utc(placedAt))}${element('name', name)}${element('desc', words)}`,
      ),
    ),
    ...hazards.flatMap(({ name, words, path: [where] }) =>
      where
        ? [
            point(
              'wpt',
              where,
              `${element('name', name)}${element('desc', words)}<sym>${escaped('Danger Area')}</sym>`,
            ),
          ]
        : [],
    ),
    ...segments.map(({ letter, name, ring, locked }) =>
      route(`${letter} ${name}`.trim(), closed(ring), locked ?? ''),
    ),
    ...lanes.map(({ name, path }) => route(name, path)),
    ...lines.map(({ name, kind, path }) => route(name || kind, path)),
    ...tracks.map(
      ({ name, lines: parts }) =>
        `<trk>${element('name', name)}${parts
          .map(
            (line) =>
              `<trkseg>${line.map((fix) => point('trkpt', fix, element('time', utc(fix.at)))).join('')}</trkseg>`,
          )
          .join('')}</trk>`,
    ),
    '</gpx>',
  ]
  return `${rows.join('\n')}\n`
}
