import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchReader } from '../../../server/gateways/read-batch.ts'
import { makeLiveTable, reserve } from '../../../shared/positions/live-table.ts'
import { makeByteWriter, writeVarint } from '../../../shared/wire/column.ts'
import { encodeFrame } from '../../../shared/wire/encode-frame.ts'
import { DETAIL, FIXED_BYTES, VERSION } from '../../../shared/wire/frame.ts'
import { encodeBatch, mostBatchBytes, mostBatchFixes } from '../../../shared/wire/gateway.ts'

const now = Date.UTC(2026, 2, 2, 9)
const writer = makeByteWriter()

/** `count` fixes of every third number; `anywhere` on Earth, with nothing alike, or along a street. */
function tableOf(count: number, anywhere = false) {
  const table = makeLiveTable()
  const nos: number[] = []
  const wild = (i: number, most: number) => ((i * 7919.77) % 1) * most
  for (let i = 0; i < count; i++) {
    const no = anywhere ? i * 52 : i * 3
    nos.push(no)
    reserve(table, no)
    table.at[no] = now - (anywhere ? Math.floor(wild(i, 86_000)) * 1000 : 2000)
    table.lat[no] = anywhere ? -90 + wild(i, 180) : 43.2 + i * 1e-5
    table.lng[no] = anywhere ? -180 + wild(i + 0.3, 360) : 76.9
    table.accuracy[no] = anywhere ? wild(i + 0.7, 65_000) : 8
    table.heading[no] = anywhere ? wild(i + 0.1, 360) : 90
    table.speed[no] = anywhere ? wild(i + 0.9, 200) : 1
  }
  return { table, nos }
}

const batch = (count: number, anywhere = false, tick = 1) => {
  const { table, nos } = tableOf(count, anywhere)
  return encodeBatch(table, nos, { tick, at: now }, writer)
}
/** A head that claims counts. */
function claiming(fixes: number, removed: number, rest: number[] = []) {
  const into = makeByteWriter()
  const head = new DataView(into.bytes.buffer)
  head.setUint8(0, VERSION)
  head.setUint8(1, DETAIL)
  head.setFloat64(7, now, true)
  into.length = FIXED_BYTES
  writeVarint(into, fixes)
  writeVarint(into, removed)
  return new Uint8Array([...into.bytes.slice(0, into.length), ...rest])
}

test('GATEWAY-1 a batch is read as it was written, fix by fix, and leaves nothing for the next one', () => {
  const read = batchReader()
  const first = read(batch(300))
  if (typeof first === 'string') throw new Error(first)
  expect([...first.changed]).toEqual(tableOf(300).nos)
  expect(first.at).toBe(now)
  expect(first.table.lat[30]).toBeCloseTo(43.2001, 5)
  const second = read(batch(1))
  expect(typeof second === 'string' ? second : [...second.changed]).toEqual([0])
})

test('GATEWAY-2 20,000 fixes with nothing alike fit the bytes of a batch, one more is refused', () => {
  const read = batchReader()
  const largest = batch(mostBatchFixes, true)
  expect(largest.length).toBeLessThanOrEqual(mostBatchBytes)
  expect(read(largest)).toMatchObject({ at: now })
  expect(read(batch(mostBatchFixes + 1))).toBe('batch.too-large')
})

test('GATEWAY-3 what is no batch is refused: other things, keyframes, differences, coarse ones, ones that remove', () => {
  const read = batchReader()
  const { table, nos } = tableOf(5)
  const frame = (change: object, removed: number[] = []) =>
    encodeFrame(
      table,
      nos,
      removed,
      { tick: 2, at: now, keyframe: false, step: 0, detail: true, ...change },
      writer,
    )
  for (const bytes of [null, 'text', [1, 2], { length: 99 }, new Uint8Array(0), new Uint8Array(FIXED_BYTES)])
    expect(read(bytes)).toBe('batch.invalid')
  for (const change of [{ keyframe: true }, { detail: false }, { step: 3 }])
    expect(read(frame(change))).toBe('batch.invalid')
  expect(read(frame({}, [900]))).toBe('batch.invalid')
  const base = makeLiveTable()
  const header = { tick: 1, at: now, keyframe: false, step: 0, detail: true }
  encodeFrame(table, nos, [], header, writer, base)
  expect(read(encodeFrame(table, nos, [], { ...header, tick: 2 }, writer, base))).toBe('batch.invalid')
  expect(read(frame({}))).toMatchObject({ at: now })
})

test('GATEWAY-4 hostile bytes, cut, changed or claiming more than there is, are refused in little time and memory', () => {
  const read = batchReader()
  const whole = batch(40)
  const took = (bytes: Uint8Array) => {
    const answer = read(bytes)
    if (typeof answer !== 'string') {
      expect(answer.changed.length).toBeLessThanOrEqual(mostBatchFixes)
      expect(answer.table.lat.length).toBeLessThanOrEqual(2 ** 20)
    }
    return answer
  }
  for (let cut = 0; cut < whole.length; cut++) expect(took(whole.slice(0, cut))).toBe('batch.invalid')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void took(bytes)),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const changed = whole.slice()
      changed[at] = byte
      took(changed)
    }),
    { numRuns: 2000 },
  )
  const huge = fc.nat(2 ** 31 - 1)
  fc.assert(
    fc.property(huge, huge, fc.array(fc.nat(255), { maxLength: 60 }), (fixes, removed, rest) => {
      took(claiming(fixes, removed, rest))
    }),
    { numRuns: 2000 },
  )
  const before = process.memoryUsage().arrayBuffers
  const used = process.cpuUsage().user
  for (let i = 0; i < 200; i++)
    expect(took(claiming(2 ** 31 - 1, 0, Array(5000).fill(0)))).toBe('batch.too-large')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 << 20)
  expect(process.cpuUsage().user - used).toBeLessThan(2_000_000)
  expect(took(whole)).toMatchObject({ at: now })
})
