import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readApart } from '../../../server/imports/read-apart.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'

const points = (count: number) =>
  Array.from(
    { length: count },
    (_, i) =>
      `<trkpt lat="${43 + i / 1e6}" lon="76.9"><time>${new Date(1.76e12 + i * 1000).toISOString()}</time></trkpt>`,
  ).join('')
const gpx = (count: number) => `<gpx version="1.1"><trk><trkseg>${points(count)}</trkseg></trk></gpx>`

test('IMPORT-204 a file is read in a thread of its own, and the loop goes on meanwhile', async () => {
  let longest = 0
  const start = performance.now()
  let last = start
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const read = await readApart('track', gpx(20_000))
  clearInterval(ticking)
  expect(isRefusal(read) ? read.code : read.points.length).toBe(20_000)
  // The answer of 20,000 points comes over in one piece; reading them takes far longer.
  expect(longest).toBeLessThan((performance.now() - start) / 3)
})

test('IMPORT-204 a KMZ is unpacked there too, and refusals come back with their sentence', async () => {
  const kml =
    '<kml><Placemark><name>B Creek</name><Polygon><outerBoundaryIs><LinearRing><coordinates>76.9,43.2 76.91,43.2 76.91,43.21 76.9,43.2</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>'
  const found = await readApart('areas', zipSync({ 'doc.kml': strToU8(kml) }))
  expect(found).toMatchObject({ areas: [{ letter: 'B', name: 'Creek' }] })
  expect(await readApart('areas', strToU8('nothing'))).toMatchObject({ code: 'kmz.no-kml' })
  expect(await readApart('track', 'x'.repeat(6 * 1024 * 1024))).toMatchObject({ code: 'gpx.too-big' })
})

test('IMPORT-205 a sixth file does not wait: it is told to come back', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => readApart('track', gpx(1_000))))
  expect(answers.filter((one) => isRefusal(one) && one.code === 'file.busy')).toHaveLength(2)
  expect(await readApart('track', gpx(1))).toMatchObject({ points: [{}] })
})
