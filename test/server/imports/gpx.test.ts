import { describe, expect, test } from 'vitest'
import { readGpx } from '../../../server/imports/gpx.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'

const point = (lat: unknown, lon: unknown, more = '<time>2026-05-01T10:00:00Z</time>') =>
  `<trkpt lat="${lat}" lon="${lon}">${more}</trkpt>`
const gpx = (...segments: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">
  <metadata><name>File</name></metadata>
  <trk><name> Sweep &amp; back </name>${segments.map((points) => `<trkseg>${points}</trkseg>`).join('')}</trk>
</gpx>`
const at = (time: string) => `<time>${time}</time>`

test('IMPORT-1 reads place, time and accuracy of every track point', () => {
  const text = gpx(
    point(43.1, 76.9, `<ele>900</ele>${at('2026-05-01T10:00:00Z')}<hdop>1.5</hdop>`) +
      point('43.2', '76.95', at('2026-05-01T15:00:05.5+05:00')),
  )
  expect(readGpx(text)).toEqual({
    name: 'Sweep & back',
    points: [
      { at: Date.UTC(2026, 4, 1, 10), lat: 43.1, lng: 76.9, accuracy: 7.5 },
      { at: Date.UTC(2026, 4, 1, 10, 0, 5, 500), lat: 43.2, lng: 76.95, accuracy: 10 },
    ],
  })
})

test('IMPORT-1 segments in any order become one track; of two points at one time the first counts', () => {
  const read = readGpx(
    gpx(
      point(43.3, 76.9, at('2026-05-01T11:00:00Z')),
      point(43.1, 76.9, at('2026-05-01T10:00:00')) + point(43.2, 76.9, at('2026-05-01T11:00:00Z')),
    ),
  )
  expect(isRefusal(read) ? read : read.points.map(({ lat }) => lat)).toEqual([43.1, 43.3])
})

test('IMPORT-1 a namespace prefix, a byte order mark and waypoints do not matter', () => {
  const text = `\ufeff<g:gpx xmlns:g="http://www.topografix.com/GPX/1/1"><g:wpt lat="1" lon="1"/><g:trk><g:trkseg>
    <g:trkpt lat="43" lon="76"><g:time>2026-05-01T10:00:00Z</g:time></g:trkpt></g:trkseg></g:trk></g:gpx>`
  expect(readGpx(text)).toMatchObject({ points: [{ lat: 43, lng: 76 }] })
})

describe('IMPORT-2 refuses', () => {
  test.each([
    ['nothing', '', 'gpx.not-xml'],
    ['no XML', 'hello', 'gpx.not-xml'],
    ['a file cut short', gpx(point(43, 76)).slice(0, -20), 'gpx.not-xml'],
    ['another format', '<kml><Document/></kml>', 'gpx.not-gpx'],
    ['a route without a track', '<gpx><rte><rtept lat="43" lon="76"/></rte></gpx>', 'gpx.no-points'],
    ['a document type', `<!DOCTYPE gpx SYSTEM "file:///etc/passwd">${gpx(point(43, 76))}`, 'gpx.doctype'],
    ['an entity', `<!doctype x [<!ENTITY a "aaaa">]><gpx>&a;</gpx>`, 'gpx.doctype'],
    ['an undefined entity', '<gpx><trk><name>&a;</name></trk></gpx>', 'gpx.not-xml'],
    ['more than 5 MB', gpx(point(43, 76)) + ' '.repeat(5 * 1024 * 1024), 'gpx.too-big'],
  ])('%s', (_, text, code) => {
    expect(readGpx(text)).toMatchObject({ refused: true, code })
  })

  test.each([
    ['a latitude of 91', point(91, 76), 'gpx.bad-point'],
    ['a longitude of 181', point(43, 181), 'gpx.bad-point'],
    ['a latitude with letters', point('43.1x', 76), 'gpx.bad-point'],
    ['an empty longitude', point(43, ''), 'gpx.bad-point'],
    ['a point without a time', point(43, 76, ''), 'gpx.bad-time'],
    ['an unreadable time', point(43, 76, at('yesterday')), 'gpx.bad-time'],
    ['a time without a date', point(43, 76, at('10:00:00Z')), 'gpx.bad-time'],
    ['30 February', point(43, 76, at('2026-02-30T10:00:00Z')), 'gpx.bad-time'],
    ['25 o’clock', point(43, 76, at('2026-02-01T25:00:00Z')), 'gpx.bad-time'],
    ['a clock that went back', point(43, 76, at('2026-05-01T09:59:59Z')), 'gpx.time-goes-back'],
  ])('%s, and names the point', (_, second, code) => {
    expect(readGpx(gpx(point(43, 76) + second))).toEqual({ refused: true, code, params: { point: 2 } })
  })
})
