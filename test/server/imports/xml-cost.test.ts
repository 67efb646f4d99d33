import { expect, test } from 'vitest'
import { readAreas } from '../../../server/imports/areas.ts'
import { readGpx } from '../../../server/imports/gpx.ts'
import { xmlTooCostly } from '../../../server/imports/xml-cost.ts'

const megabyte = 1024 * 1024
const nested = (levels: number) => `<gpx>${'<trkseg>'.repeat(levels)}${'</trkseg>'.repeat(levels)}</gpx>`

test.each<[string, string, string]>([
  ['33 levels', nested(33), 'file.too-deep'],
  ['290,000 levels', nested(290_000), 'file.too-deep'],
  ['never closed', `<gpx>${'<a>'.repeat(megabyte)}`, 'file.too-deep'],
  ['half a million empty elements', `<gpx>${'<a/>'.repeat(500_000)}</gpx>`, 'file.too-complex'],
  ['a tag of a megabyte', `<gpx ${'a="1" '.repeat(megabyte / 6)}/>`, 'file.too-complex'],
])('IMPORT-203 an XML that would cost minutes is refused before it is read: %s', (_, text, code) => {
  const start = process.cpuUsage()
  expect(readGpx(text)).toMatchObject({ code })
  expect(readAreas(text)).toMatchObject({ code })
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(2_000)
})

test('IMPORT-203 what stands in comments and data counts for nothing, and broken XML is the parser’s to refuse', () => {
  const comment = `<gpx><!-- ${'<a>'.repeat(100)} --><x><![CDATA[${'<a>'.repeat(100)}]]></x></gpx>`
  expect(xmlTooCostly(comment)).toBeNull()
  expect(xmlTooCostly('<gpx><trk')).toBeNull()
  expect(xmlTooCostly(nested(31))).toBeNull()
})
