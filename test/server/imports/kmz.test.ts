import { strToU8, type Zippable, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { kmzLimits, textOfKmz } from '../../../server/imports/kmz.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'

const kml = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>'
const zip = (files: Zippable) => zipSync(files)
const codeOf = (bytes: Uint8Array) => {
  const found = textOfKmz(bytes)
  return isRefusal(found) ? found.code : found
}
const zeros = (bytes: number) => new Uint8Array(bytes)

test('IMPORT-200 the first KML of a KMZ is read; pictures beside it are not unpacked', () => {
  const picture = { 'files/icon.png': zeros(30 * 1024 * 1024) }
  expect(codeOf(zip({ 'doc.kml': strToU8(kml) }))).toBe(kml)
  expect(codeOf(zip({ 'doc.kml': strToU8(kml), ...picture, 'other.kml': strToU8('<x/>') }))).toBe(kml)
  expect(codeOf(zipSync({ 'doc.kml': strToU8(kml) }, { level: 0 }))).toBe(kml)
})

test.each<[string, Uint8Array, string]>([
  ['a bomb of fifteen megabytes', zip({ 'doc.kml': zeros(15 * 1024 * 1024) }), 'kmz.bomb'],
  [
    'more than 20 MB that hardly shrink',
    zip({ 'doc.kml': Uint8Array.from({ length: kmzLimits.bytes + 1 }, (_, i) => (i * 2654435761) >>> 24) }),
    'kmz.bomb',
  ],
  [
    'a path that leads out',
    zip({ '../../etc/cron.d/x': strToU8('x'), 'doc.kml': strToU8(kml) }),
    'kmz.bad-name',
  ],
  ['an absolute path', zip({ '/etc/passwd': strToU8('x'), 'doc.kml': strToU8(kml) }), 'kmz.bad-name'],
  ['a drive', zip({ 'C:\\x.kml': strToU8(kml) }), 'kmz.bad-name'],
  ['a name with a NUL', zip({ 'doc.kml\0.png': strToU8(kml) }), 'kmz.bad-name'],
  ['an archive inside', zip({ 'inner.kmz': zip({ 'doc.kml': strToU8(kml) }) }), 'kmz.nested'],
  ['an archive called a map', zip({ 'doc.kml': zip({ 'doc.kml': strToU8(kml) }) }), 'kmz.nested'],
  ['no map', zip({ 'a.txt': strToU8('x') }), 'kmz.no-kml'],
  ['nothing', zip({}), 'kmz.no-kml'],
  [
    'fifty-one files',
    zip(Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`${i}.png`, strToU8('x')]))),
    'kmz.too-many',
  ],
  ['cut off', zip({ 'doc.kml': strToU8(kml.repeat(200)) }).subarray(0, 60), 'areas.unreadable'],
  [
    'damaged',
    zip({ 'doc.kml': strToU8(kml) }).map((byte, i) => (i > 40 && i < 60 ? 255 : byte)),
    'areas.unreadable',
  ],
  ['no UTF-8', zip({ 'doc.kml': Uint8Array.of(0x3c, 0xff, 0xfe, 0x80) }), 'areas.unreadable'],
  ['no archive', strToU8('GIF89a and so on'), 'kmz.no-kml'],
])('IMPORT-201 a KMZ is refused: %s', (_, bytes, code) => {
  expect(codeOf(bytes)).toBe(code)
})

test('IMPORT-202 a bomb is stopped within its first megabytes, whatever its header says', () => {
  const bomb = zip({ 'doc.kml': zeros(40 * 1024 * 1024) })
  // The size that the local header claims: one byte.
  new DataView(bomb.buffer).setUint32(22, 1, true)
  const before = process.memoryUsage().rss
  const start = process.cpuUsage()
  expect(codeOf(bomb)).toBe('kmz.bomb')
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(2_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
})
