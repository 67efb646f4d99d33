import { expect, test } from 'vitest'
import { readAreas } from '../../../server/imports/areas.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'

const square = (lng: number, lat: number, side = 0.004) => [
  [lng, lat],
  [lng + side, lat],
  [lng + side, lat + side],
  [lng, lat + side],
  [lng, lat],
]
const feature = (properties: object, ...rings: number[][][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
})
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const read = (text: string) => {
  const found = readAreas(text)
  if (isRefusal(found)) throw new Error(found.code)
  return found
}
const kml = (inner: string) =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`
const coordinates = (ring: number[][]) => ring.map(([lng, lat]) => `${lng},${lat},0`).join('\n ')
const placemark = (name: string, ring: number[][], more = '') =>
  `<Placemark><name>${name}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${coordinates(ring)}</coordinates></LinearRing></outerBoundaryIs>${more}</Polygon></Placemark>`

test('SEARCH-UI-51 GeoJSON: polygons with their names, CalTopo assignments with letter and title alone', () => {
  const plain = read(collection(feature({ name: 'Овраг' }, square(76.9, 43.2))))
  expect(plain).toEqual({
    areas: [
      {
        letter: '',
        name: 'Овраг',
        ring: square(76.9, 43.2)
          .slice(0, 4)
          .map(([lng, lat]) => ({ lat, lng })),
      },
    ],
    leftOut: [],
  })
  const caltopo = read(
    collection(
      feature({ class: 'Shape', title: 'parking', stroke: '#FF0000' }, square(76.8, 43.2)),
      feature(
        { class: 'Assignment', letter: 'AA', title: 'Creek', resourceType: 'GROUND' },
        square(76.9, 43.2),
      ),
      feature({ class: 'Assignment', number: 102, title: '' }, square(76.91, 43.2)),
    ),
  )
  expect(caltopo.areas.map(({ letter, name }) => [letter, name])).toEqual([
    ['AA', 'Creek'],
    ['102', ''],
  ])
})

test('SEARCH-UI-51 KML: every polygon of a placemark; links and icons are no areas and are never fetched', () => {
  const found = read(
    kml(
      `<NetworkLink><Link><href>http://127.0.0.1:1/spy</href></Link></NetworkLink>${placemark('B2 Creek &amp; bank', square(76.9, 43.2))}`,
    ),
  )
  expect(found.areas).toEqual([
    { letter: 'B2', name: 'Creek & bank', ring: expect.arrayContaining([{ lat: 43.2, lng: 76.9 }]) },
  ])
})

test('SEARCH-UI-51 GPX: tracks and routes that end where they began', () => {
  const points = (tag: string, ring: number[][]) =>
    ring.map(([lng, lat]) => `<${tag} lat="${lat}" lon="${lng}"/>`).join('')
  const text = `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
    <trk><name>C</name><trkseg>${points('trkpt', square(76.9, 43.2))}</trkseg></trk>
    <rte><name>Южный склон</name>${points('rtept', square(76.91, 43.2))}</rte>
    <trk><name>only a way</name><trkseg>${points('trkpt', square(76.92, 43.2).slice(0, 4))}</trkseg></trk></gpx>`
  expect(read(text).areas.map(({ letter, name }) => [letter, name])).toEqual([
    ['C', ''],
    ['', 'Южный склон'],
  ])
})

test('SEARCH-UI-52 what cannot be a segment is left out by name with its reason, and the rest stands', () => {
  const bow = [
    [76.9, 43.2],
    [76.904, 43.204],
    [76.904, 43.2],
    [76.9, 43.204],
    [76.9, 43.2],
  ]
  const found = read(
    collection(
      feature({ title: 'bow tie' }, bow),
      feature({ title: 'ring' }, square(76.9, 43.2, 0.01), square(76.902, 43.202, 0.001)),
      feature({ title: 'open' }, square(76.9, 43.2).slice(0, 4)),
      feature({ title: 'nowhere' }, square(276.9, 43.2)),
      feature({ title: '<img src=x onerror=alert(1)>\u0000\n' }, square(76.92, 43.2)),
    ),
  )
  expect(found.leftOut.map(({ name, code }) => [name, code])).toEqual([
    ['bow tie', 'ring.self-crossing'],
    ['ring', 'areas.hole'],
    ['open', 'areas.not-closed'],
    ['nowhere', 'ring.bad-coordinates'],
  ])
  expect(found.areas.map(({ name }) => name)).toEqual(['<img src=x onerror=alert(1)>'])
})

const nested = (depth: number): object =>
  depth === 0
    ? { type: 'Polygon', coordinates: [square(76.9, 43.2)] }
    : { type: 'GeometryCollection', geometries: [nested(depth - 1)] }

test.each([
  ['nothing', '', 'areas.unreadable'],
  ['no format', 'hello', 'areas.unreadable'],
  ['JSON cut short', collection(feature({}, square(76.9, 43.2))).slice(0, -9), 'areas.unreadable'],
  ['no area', collection(), 'areas.none'],
  ['a zip', 'PK\u0003\u0004', 'areas.kmz'],
  ['an entity', `<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>${kml('&a;')}`, 'areas.doctype'],
  ['collections too deep', JSON.stringify(nested(1_000)), 'areas.too-deep'],
  ['brackets without end', '['.repeat(200_000), 'areas.unreadable'],
  ['more than 5 MB', `{"a":"${'x'.repeat(5 * 1024 * 1024)}"}`, 'gpx.too-big'],
  [
    'more than 200 areas',
    collection(...Array.from({ length: 201 }, () => feature({}, square(76.9, 43.2)))),
    'areas.too-many',
  ],
])('SEARCH-UI-53 a file is refused with a sentence: %s', (_, text, code) => {
  expect(readAreas(text)).toMatchObject({ code })
})

test('SEARCH-UI-53 names of a prototype do nothing, and an outline beyond 20,000 points is left out quickly', () => {
  const hostile =
    '{"type":"Feature","__proto__":{"role":"admin"},"properties":{"constructor":{"prototype":{"role":1}}},"geometry":null}'
  expect(readAreas(hostile)).toMatchObject({ code: 'areas.none' })
  expect(({} as { role?: unknown }).role).toBeUndefined()
  const circle = Array.from({ length: 60_000 }, (_, i) => [
    Number((76.9 + 0.01 * Math.sin((i * 2 * Math.PI) / 60_000)).toFixed(7)),
    Number((43.2 + 0.01 * Math.cos((i * 2 * Math.PI) / 60_000)).toFixed(7)),
  ])
  const began = performance.now()
  const found = read(collection(feature({ title: 'fine' }, [...circle, circle[0] as number[]])))
  expect(found.leftOut).toEqual([expect.objectContaining({ name: 'fine', code: 'ring.too-large' })])
  expect(performance.now() - began).toBeLessThan(2_000)
})
