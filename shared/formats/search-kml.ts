import type { LatLng } from '../geo/lat-lng.ts'
import { closed, degrees, element, type SearchExport, said, utc } from './search-export.ts'

const coordinates = (path: readonly LatLng[]): string =>
  `<coordinates>${path.map(({ lat, lng }) => `${degrees(lng)},${degrees(lat)}`).join(' ')}</coordinates>`
const polygon = (ring: LatLng[]): string =>
  `<Polygon><outerBoundaryIs><LinearRing>${coordinates(closed(ring))}</LinearRing></outerBoundaryIs></Polygon>`
const line = (path: readonly LatLng[]): string => `<LineString>${coordinates(path)}</LineString>`
const spot = (at: LatLng): string => `<Point>${coordinates([at])}</Point>`

/** KML 2.2 in folders, without a link to anything elsewhere. */
export function searchKml(search: SearchExport): string {
  const { title, segments, lanes, tracks, marks, lines, hazards } = search
  const mark = (name: string, words: string, shape: string, more = '') =>
    `<Placemark>${element('name', name)}${element('description', words)}${more}${shape}</Placemark>`
  const folder = (name: string, placemarks: string[]) =>
    placemarks.length === 0 ? [] : [`<Folder><name>${name}</name>`, ...placemarks, '</Folder>']
  const rows = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `${element('name', title)}${element('description', said(search))}`,
    ...folder(
      'Segments',
      segments.map(({ letter, name, ring, locked }) =>
        mark(`${letter} ${name}`.trim(), locked ?? '', polygon(ring)),
      ),
    ),
    ...folder(
      'Lanes',
      lanes.map(({ name, path }) => mark(name, '', line(path))),
    ),
    ...folder(
      'Lines',
      lines.map(({ name, kind, path }) => mark(name || kind, '', line(path))),
    ),
    ...folder(
      'Hazards',
      hazards.map(({ name, words, shape, path }) =>
        mark(
          name,
          words,
          shape === 'point' ? spot(path[0] as LatLng) : shape === 'line' ? line(path) : polygon(path),
        ),
      ),
    ),
    ...folder(
      'Clues',
      marks.map(({ name, words, at, placedAt }) =>
        mark(
          name,
          words,
          spot(at),
          placedAt === null ? '' : `<TimeStamp><when>${utc(placedAt)}</when></TimeStamp>`,
        ),
      ),
    ),
    ...folder(
      'Tracks',
      tracks.flatMap(({ name, lines: parts }) => parts.map((part) => mark(name, '', line(part)))),
    ),
    '</Document></kml>',
  ]
  return `${rows.join('\n')}\n`
}
