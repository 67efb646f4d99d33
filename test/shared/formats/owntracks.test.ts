import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseOwnTracks } from '../../../shared/formats/owntracks.ts'

/** As the app sends it. */
const message = {
  _type: 'location',
  BSSID: '00:11:22:33:44:55',
  SSID: 'home',
  acc: 13,
  alt: 787,
  batt: 81,
  bs: 1,
  cog: 270,
  conn: 'm',
  created_at: 1772442005,
  lat: 43.238949,
  lon: 76.889709,
  m: 2,
  t: 'u',
  tid: 'ab',
  topic: 'owntracks/a/b',
  tst: 1772442000,
  vac: 3,
  vel: 54,
}

test('INGEST-1 an OwnTracks location is a fix: seconds, km/h', () => {
  expect(parseOwnTracks(message)).toEqual([
    { at: 1772442000000, lat: 43.238949, lng: 76.889709, accuracy: 13, heading: 270, speed: 15 },
  ])
})

test('INGEST-1 what it does not say is unknown, and an unstated accuracy is a vague one', () => {
  const { acc, vel, cog, ...bare } = message
  const unknown = [{ at: 1772442000000, lat: 43.238949, lng: 76.889709, accuracy: 100 }]
  expect(parseOwnTracks(bare)).toEqual(unknown)
  expect(parseOwnTracks({ ...message, acc: -1, vel: -1, cog: -1 })).toEqual(unknown)
})

test('INGEST-1 a heading of 360 is north', () => {
  expect(parseOwnTracks({ ...message, cog: 360 })).toMatchObject([{ heading: 0 }])
})

test.each([
  'transition',
  'waypoint',
  'waypoints',
  'lwt',
  'card',
  'cmd',
  'steps',
  'status',
  'encrypted',
  'new',
])('INGEST-2 a message of type %s is accepted and holds no fix', (_type) => {
  expect(parseOwnTracks({ ...message, _type, lat: 'x' })).toEqual([])
})

test.each([
  ['_type', { _type: 7 }],
  ['_type', { _type: undefined }],
  ['tst', { tst: '1772442000' }],
  ['tst', { tst: undefined }],
  ['lat', { lat: '43.2' }],
  ['lat', { lat: null }],
  ['lon', { lon: Number.NaN }],
  ['acc', { acc: 'good' }],
  ['vel', { vel: [] }],
  ['cog', { cog: {} }],
])('INGEST-3 a wrong %s is refused by name (%j)', (field, change) => {
  expect(parseOwnTracks({ ...message, ...change })).toEqual({
    refused: true,
    code: 'ingest.invalid',
    params: { field },
  })
})

test('INGEST-3 whatever comes, it is fixes or a refusal', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (body) => {
      expect(parseOwnTracks(body)).toBeDefined()
    }),
  )
})
