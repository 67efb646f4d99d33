import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseOsmAndForm, parseOsmAndJson } from '../../../shared/formats/osmand.ts'

const token = 'Zm9vYmFyYmF6cXV4'
const at = 1772442000000
/** Traccar Client up to version 8. */
const query = {
  id: token,
  timestamp: '1772442000',
  lat: '43.238949',
  lon: '76.889709',
  speed: '10.0',
  bearing: '270.5',
  altitude: '787.0',
  accuracy: '13.2',
  batt: '81.0',
  charge: 'false',
}
const fix = { at, lat: 43.238949, lng: 76.889709, accuracy: 13.2, heading: 270.5, speed: 5.144444444444445 }
const refusal = (field: string) => ({ refused: true, code: 'ingest.invalid', params: { field } })

test('INGEST-4 an OsmAnd query is a fix of its token: speed in knots', () => {
  expect(parseOsmAndForm(query)).toEqual({ token, fixes: [fix] })
})

test('INGEST-4 deviceid and heading stand for id and bearing', () => {
  const { id, bearing, ...rest } = query
  expect(parseOsmAndForm({ ...rest, deviceid: token, heading: '270.5' })).toEqual({ token, fixes: [fix] })
})

test.each([
  ['1772442000'],
  ['1772442000000'],
  ['2026-03-02T09:00:00Z'],
  ['2026-03-02T09:00:00.000Z'],
  ['2026-03-02T14:00:00+05:00'],
  ['2026-03-02T14:00+0500'],
  ['2026-03-02T09:00:00'],
  ['2026-03-02 09:00:00'],
])('INGEST-4 a time may be written %s', (timestamp) => {
  expect(parseOsmAndForm({ ...query, timestamp })).toMatchObject({ fixes: [{ at }] })
})

test('INGEST-4 what is not said, said as -1 or empty is unknown', () => {
  const { speed, bearing, accuracy, ...bare } = query
  const unknown = { token, fixes: [{ at, lat: 43.238949, lng: 76.889709, accuracy: 100 }] }
  expect(parseOsmAndForm(bare)).toEqual(unknown)
  expect(parseOsmAndForm({ ...bare, speed: '-1', bearing: '-1.0', accuracy: '' })).toEqual(unknown)
})

test.each([
  [{ valid: 'false' }],
  [{ valid: '0' }],
  [{ lat: '', lon: '' }],
  [{ lat: undefined, lon: undefined }],
])('INGEST-5 a heartbeat without a place holds no fix (%j)', (change) => {
  expect(parseOsmAndForm({ ...query, ...change })).toEqual({ token, fixes: [] })
})

test.each([
  ['id', { id: '' }],
  ['id', { id: ['a', 'b'] }],
  ['id', { id: 'x'.repeat(201) }],
  ['lat', { lat: '43,2' }],
  ['lat', { lat: '0x10' }],
  ['lat', { lat: ' 43' }],
  ['lat', { lat: 'NaN' }],
  ['lat', { lat: ['43', '44'] }],
  ['lat', { lat: { a: '1' } }],
  ['lat', { lat: 43.2 }],
  ['lon', { lon: `76.${'1'.repeat(99)}` }],
  ['lat, lon, timestamp', { lon: '' }],
  ['lat, lon, timestamp', { timestamp: '' }],
  ['timestamp', { timestamp: 'yesterday' }],
  ['timestamp', { timestamp: '2026-13-02T09:00:00Z' }],
  ['timestamp', { timestamp: '02.03.2026 09:00' }],
  ['speed', { speed: 'fast' }],
  ['bearing', { bearing: 'N' }],
  ['accuracy', { accuracy: '1e9999' }],
  ['valid', { valid: 'maybe' }],
])('INGEST-6 a query with a wrong %s is refused by name (%j)', (field, change) => {
  expect(parseOsmAndForm({ ...query, ...change })).toEqual(refusal(field))
})

/** Traccar Client 9. */
const report = {
  location: {
    event: 'motionchange',
    is_moving: true,
    uuid: 'f5b0c1b2',
    timestamp: '2026-03-02T09:00:00.000Z',
    odometer: 1432.5,
    coords: {
      latitude: 43.238949,
      longitude: 76.889709,
      accuracy: 13.2,
      speed: 1.4,
      speed_accuracy: 0.3,
      heading: 270.5,
      heading_accuracy: 7,
      altitude: 787,
    },
    activity: { type: 'on_foot', confidence: 90 },
    battery: { is_charging: false, level: 0.81 },
    extras: {},
  },
  device_id: token,
}
const walked = { ...fix, speed: 1.4 }
const change = (location: object, coords: object = {}) => ({
  ...report,
  location: { ...report.location, coords: { ...report.location.coords, ...coords }, ...location },
})

test('INGEST-7 a Traccar report is a fix of its device: speed in metres per second', () => {
  expect(parseOsmAndJson(report)).toEqual({ token, fixes: [walked] })
})

test('INGEST-7 -1, null and absent are unknown', () => {
  const unknown = { token, fixes: [{ at, lat: 43.238949, lng: 76.889709, accuracy: 100 }] }
  expect(parseOsmAndJson(change({}, { speed: -1, heading: -1, accuracy: -1 }))).toEqual(unknown)
  expect(parseOsmAndJson(change({}, { speed: null, heading: undefined, accuracy: null }))).toEqual(unknown)
})

test('INGEST-7 reports may come as an array, or one report may hold an array of locations', () => {
  const later = { ...report.location, timestamp: '2026-03-02T09:00:05Z' }
  const both = { token, fixes: [walked, { ...walked, at: at + 5000 }] }
  expect(parseOsmAndJson([report, { ...report, location: later }])).toEqual(both)
  expect(parseOsmAndJson({ ...report, location: [report.location, later] })).toEqual(both)
})

test('INGEST-7 a heartbeat without coordinates holds no fix', () => {
  const { coords, ...heartbeat } = report.location
  expect(parseOsmAndJson({ ...report, location: heartbeat })).toEqual({ token, fixes: [] })
})

test('INGEST-8 more than 500 fixes at once are refused, 500 are not', () => {
  const many = (n: number) => ({ ...report, location: Array.from({ length: n }, () => report.location) })
  expect(parseOsmAndJson(many(500))).toMatchObject({ token })
  expect(parseOsmAndJson([many(300), many(201)])).toMatchObject({
    code: 'ingest.too-many',
    params: { most: 500 },
  })
  expect(parseOsmAndJson(Array.from({ length: 501 }, () => report))).toMatchObject({
    code: 'ingest.too-many',
  })
})

test.each([
  ['device_id', { ...report, device_id: '' }],
  ['device_id', []],
  ['device_id', [report, { ...report, device_id: 'another' }]],
  ['location', { device_id: token }],
  ['location', change({ timestamp: 'now' })],
  ['location', change({ timestamp: 1772442000 })],
  ['location', change({}, { latitude: '43.2' })],
  ['location', change({}, { longitude: null })],
  ['location', change({}, { speed: 'fast' })],
  ['', 7],
  ['', null],
])('INGEST-8 JSON with a wrong %s is refused by name', (field, body) => {
  expect(parseOsmAndJson(body)).toEqual(refusal(field))
})

test('INGEST-8 whatever comes, it is a report or a refusal', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.jsonValue()),
      fc.dictionary(fc.string(), fc.anything()),
      (body, fields) => {
        expect(parseOsmAndJson(body)).toBeDefined()
        expect(parseOsmAndForm({ ...query, ...fields })).toBeDefined()
      },
    ),
  )
  expect(({} as Record<string, unknown>).lat).toBeUndefined()
})
