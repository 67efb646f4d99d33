import type { LatLng, Ring } from '../geo/lat-lng.ts'
import { closed, type SearchExport, said, utc } from './search-export.ts'

const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const collection = (search: SearchExport, features: object[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    properties: { title: search.title, description: said(search) },
    features,
  })

const pair = ({ lat, lng }: LatLng): [number, number] => [Number(lng.toFixed(7)), Number(lat.toFixed(7))]
const area = (ring: Ring) => [closed(counterClockwise(ring)).map(pair)]

/** GeoJSON (RFC 7946) for whatever reads it: plain words for what each thing is. */
export function searchGeoJson(search: SearchExport): string {
  const { segments, lanes, tracks, marks, lines, hazards } = search
  return collection(search, [
    ...segments.map(({ letter, name, ring, people, pod, locked }) =>
      feature({ kind: 'segment', letter, name, people, pod, locked }, 'Polygon', area(ring)),
    ),
    ...lanes.map(({ letter, name, path }) =>
      feature({ kind: 'lane', letter, name }, 'LineString', path.map(pair)),
    ),
    ...lines.map(({ name, kind, path }) => feature({ kind, name }, 'LineString', path.map(pair))),
    ...hazards.map(({ name, words, shape, path }) =>
      feature({ kind: 'hazard', name, words }, ...shapeOf(shape, path)),
    ),
    ...tracks.flatMap(({ name, lines: parts }) =>
      parts.map((part) =>
        feature({ kind: 'track', name, times: part.map(({ at }) => utc(at)) }, 'LineString', part.map(pair)),
      ),
    ),
    ...marks.map(({ name, words, at, placedAt }) =>
      feature(
        { kind: 'mark', name, words, time: placedAt === null ? null : utc(placedAt) },
        'Point',
        pair(at),
      ),
    ),
  ])
}

/** GeoJSON with the classes and property names of CalTopo's files, which may change: they are documented nowhere. */
export function caltopoGeoJson(search: SearchExport): string {
  const { segments, lanes, tracks, marks, lines, hazards } = search
  const shape = (title: string, description: string, stroke: string, pattern = 'solid') => ({
    ...{ class: 'Shape', title, description, stroke, 'stroke-width': 2, 'stroke-opacity': 1 },
    ...{ fill: stroke, 'fill-opacity': 0.1, pattern },
  })
  return collection(search, [
    ...segments.map(({ letter, name, ring, people, pod, locked, underWay }, i) =>
      feature(
        {
          ...{ class: 'Assignment', letter, number: String(i + 1), title: name, resourceType: 'GROUND' },
          ...{ teamSize: people, priority: 'MEDIUM', description: locked ?? '', preparedBy: search.by },
          status: pod > 0 ? 'COMPLETED' : underWay ? 'INPROGRESS' : 'PREPARED',
          ...(pod > 0 && { responsivePOD: step(pod), unresponsivePOD: step(pod), cluePOD: step(pod) }),
        },
        'Polygon',
        area(ring),
      ),
    ),
    ...lanes.map(({ name, path }) =>
      feature(shape(name, '', '#888888', 'dash'), 'LineString', path.map(pair)),
    ),
    ...lines.map(({ name, kind, path }) =>
      feature(
        shape(name || kind, '', kind === 'stream' ? '#0066CC' : '#8B4513'),
        'LineString',
        path.map(pair),
      ),
    ),
    ...hazards.map(({ name, words, shape: of, path }) =>
      feature(
        of === 'point' ? marker(name, words, 'danger', 'FF8800') : shape(name, words, '#FF8800'),
        ...shapeOf(of, path),
      ),
    ),
    ...tracks.flatMap(({ name, lines: parts }) =>
      parts.map((part) =>
        feature(
          { class: 'AppTrack', title: name },
          'LineString',
          part.map((fix) => [...pair(fix), 0, fix.at]),
        ),
      ),
    ),
    ...marks.map(({ name, words, at, placedAt }) =>
      feature(
        {
          ...marker(name, words, 'clue', 'FF0000'),
          ...(placedAt !== null && { time: utc(placedAt) }),
        },
        'Point',
        pair(at),
      ),
    ),
  ])
}

const marker = (title: string, description: string, symbol: string, colour: string) => ({
  ...{ class: 'Marker', title, description, 'marker-symbol': symbol, 'marker-color': colour },
})

/** CalTopo knows three steps of a probability of detection. */
const step = (pod: number): string => (pod < 0.4 ? 'LOW' : pod < 0.7 ? 'MEDIUM' : 'HIGH')

function shapeOf(shape: 'point' | 'line' | 'area', path: LatLng[]): [type: string, coordinates: unknown] {
  if (shape === 'point') return ['Point', pair(path[0] as LatLng)]
  return shape === 'line' ? ['LineString', path.map(pair)] : ['Polygon', area(path)]
}

/** The standard wants the outer ring so; who ignores it fills the rest of the world. */
function counterClockwise(ring: Ring): Ring {
  const twice = ring.reduce((sum, a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a
    return sum + (b.lng - a.lng) * (b.lat + a.lat)
  }, 0)
  return twice > 0 ? ring.toReversed() : ring
}
