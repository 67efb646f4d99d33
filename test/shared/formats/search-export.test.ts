import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAreas } from '../../../server/imports/areas.ts'
import type { SearchExport } from '../../../shared/formats/search-export.ts'
import { caltopoGeoJson, searchGeoJson } from '../../../shared/formats/search-geo-json.ts'
import { searchGpx } from '../../../shared/formats/search-gpx.ts'
import { searchKml } from '../../../shared/formats/search-kml.ts'
import { circleRing } from '../../../shared/geo/ring-shapes.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'

const centre = { lat: 43.2389123, lng: 76.8897456 }
const ring = circleRing(centre, 300, 7)
const path = ring.slice(0, 3)
const search: SearchExport = {
  ...{ title: '1001 Park & <field>', at: 1.76e12, by: 'Officer', reason: 'for the rescuers' },
  segments: [
    { letter: 'F', name: 'Creek "bank"', ring, people: 3, pod: 0.5, locked: 'ice', underWay: false },
    {
      letter: 'G',
      name: 'Плато',
      ring: circleRing({ ...centre, lat: 43.25 }, 200),
      people: 4,
      pod: 0,
      locked: null,
      underWay: true,
    },
  ],
  lanes: [{ letter: 'F', name: 'F 1-1', path: ring.slice(0, 2) }],
  tracks: [{ name: 'A-1', lines: [path.map((one, i) => ({ ...one, at: 1.76e12 + i * 1000 }))] }],
  marks: [{ name: '1', words: 'a glove ]]> & \u0001 hat', at: centre, placedAt: 1.76e12 }],
  lines: [{ name: 'Есентай', kind: 'stream', path }],
  hazards: [
    { name: 'cliff', words: 'ten metres', shape: 'line', path },
    { name: 'ice', words: '', shape: 'area', path: ring.slice(0, 4) },
    { name: 'dogs', words: '<b>', shape: 'point', path: [centre] },
  ],
}
const formats = { gpx: searchGpx, kml: searchKml, geojson: searchGeoJson, caltopo: caltopoGeoJson }
type Format = keyof typeof formats
const read = (text: string) => {
  const found = readAreas(text)
  if (isRefusal(found)) throw new Error(found.code)
  return found
}
/** A ring may come back turned and from another corner. */
const corners = (of: readonly { lat: number; lng: number }[]) =>
  of.map(({ lat, lng }) => [lat, lng] as const).sort(([a, b], [c, d]) => a - c || b - d)

test.each(Object.keys(formats) as Format[])(
  'XCHG-200 %s: segments come back as they went, to a millionth of a degree',
  (format) => {
    const own = read(formats[format](search)).areas.filter(({ name }) => /Creek|Плато/.test(name))
    expect(own.map(({ letter, name }) => [letter, name])).toEqual([
      ['F', 'Creek "bank"'],
      ['G', 'Плато'],
    ])
    for (const [i, segment] of search.segments.entries()) {
      const back = corners(own[i]?.ring ?? [])
      expect(back).toHaveLength(segment.ring.length)
      for (const [k, [lat, lng]] of corners(segment.ring).entries()) {
        expect(Math.abs((back[k]?.[0] ?? 0) - lat)).toBeLessThan(1e-6)
        expect(Math.abs((back[k]?.[1] ?? 0) - lng)).toBeLessThan(1e-6)
      }
    }
  },
)

test.each(Object.keys(formats) as Format[])(
  'XCHG-201 %s: lanes, roads and streams come back as lines',
  (format) => {
    const names = (read(formats[format](search)).lines ?? []).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['F 1-1', 'Есентай']))
  },
)

test('XCHG-202 GPX and KML are well-formed XML whatever was typed, with who took it out and why', () => {
  const typed = fc.string({ unit: 'binary', maxLength: 40 })
  fc.assert(
    fc.property(typed, typed, (name, words) => {
      const [first] = search.segments
      if (!first) throw new Error('no segment')
      const strange: SearchExport = {
        ...search,
        segments: [{ ...first, name, locked: words }],
        marks: [{ name, words, at: centre, placedAt: null }],
        reason: words,
      }
      for (const text of [searchGpx(strange), searchKml(strange)]) {
        const onError = (level: string, message: string) => {
          if (level !== 'warning') throw new Error(message)
        }
        expect(new DOMParser({ onError }).parseFromString(text, 'text/xml').documentElement).not.toBeNull()
      }
    }),
    { numRuns: 40 },
  )
  expect(searchKml(search)).toContain('Officer: for the rescuers')
  expect(searchKml(search)).not.toMatch(/href|NetworkLink|http:\/\/(?!www\.opengis)/)
})

test('XCHG-203 CalTopo gets its classes and names: Assignment with letter, team and status, Shape, Marker, AppTrack', () => {
  const { features } = JSON.parse(caltopoGeoJson(search)) as {
    features: { properties: Record<string, unknown>; geometry: { type: string } }[]
  }
  const of = (name: string) => features.filter(({ properties }) => properties.class === name)
  expect(of('Assignment').map(({ properties }) => properties)).toMatchObject([
    {
      letter: 'F',
      number: '1',
      teamSize: 3,
      status: 'COMPLETED',
      responsivePOD: 'MEDIUM',
      description: 'ice',
    },
    { letter: 'G', number: '2', teamSize: 4, status: 'INPROGRESS', resourceType: 'GROUND' },
  ])
  expect(of('Assignment')[1]?.properties).not.toHaveProperty('responsivePOD')
  expect(of('Shape')).toHaveLength(4)
  expect(of('Marker').map(({ properties }) => properties['marker-symbol'])).toEqual(['danger', 'clue'])
  expect(of('AppTrack')).toHaveLength(1)
  for (const { properties } of of('Marker')) expect(properties['marker-color']).toMatch(/^[0-9A-F]{6}$/)
})
