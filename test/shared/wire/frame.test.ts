import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LiveTable, makeLiveTable, reserve } from '../../../shared/positions/live-table.ts'
import { makeByteWriter } from '../../../shared/wire/column.ts'
import { decodeFrame } from '../../../shared/wire/decode-frame.ts'
import { encodeFrame } from '../../../shared/wire/encode-frame.ts'
import { type FrameHeader, highestNo, stepAt } from '../../../shared/wire/frame.ts'

const now = Date.UTC(2026, 2, 2, 9) + 0.25
const header = (change: Partial<FrameHeader> = {}): FrameHeader => ({
  tick: 77,
  at: now,
  keyframe: false,
  step: 0,
  detail: true,
  ...change,
})
const writer = makeByteWriter()

interface Entry {
  no: number
  lat: number
  lng: number
  age: number
  accuracy: number
  heading: number
  speed: number
}

function tableOf(entries: Entry[]): LiveTable {
  const table = makeLiveTable(8)
  for (const { no, age, ...rest } of entries) {
    reserve(table, no)
    table.at[no] = now - age
    for (const column of ['lat', 'lng', 'accuracy', 'heading', 'speed'] as const)
      table[column][no] = rest[column]
  }
  return table
}
const nosOf = (entries: Entry[]) => entries.map((entry) => entry.no)
const row = (table: LiveTable, no: number) =>
  (['lat', 'lng', 'at', 'accuracy', 'heading', 'speed'] as const).map((column) => table[column][no])
const copy = (table: LiveTable) => structuredClone(table)

const unknownOr = (max: number) => fc.oneof(fc.constant(Number.NaN), fc.double({ min: 0, max, noNaN: true }))
/** On the metre's grid; often in one city, sometimes anywhere, some with ages and accuracies out of all proportion. */
const entry: fc.Arbitrary<Entry> = fc.record({
  no: fc.oneof({ weight: 9, arbitrary: fc.nat(300) }, { weight: 1, arbitrary: fc.nat(5000) }),
  lat: fc
    .oneof(fc.integer({ min: 4_310_000, max: 4_340_000 }), fc.integer({ min: -9_000_000, max: 9_000_000 }))
    .map((n) => n / 1e5),
  lng: fc
    .oneof(fc.integer({ min: 7_670_000, max: 7_710_000 }), fc.integer({ min: -18_000_000, max: 18_000_000 }))
    .map((n) => n / 1e5),
  age: fc.oneof(fc.integer({ min: -120_000, max: 8000 }), fc.nat(86_400_000)),
  accuracy: unknownOr(70_000),
  heading: unknownOr(360),
  speed: unknownOr(250),
})
const entries = fc
  .uniqueArray(entry, { selector: (one) => one.no, maxLength: 80 })
  .map((list) => list.sort((a, b) => a.no - b.no))
const gone = fc.uniqueArray(fc.nat(5000), { maxLength: 30 }).map((list) => list.sort((a, b) => a - b))

test('FRAME-1 what is encoded is decoded: places exactly, times to a second, accuracy to a metre, never better', () => {
  fc.assert(
    fc.property(entries, gone, fc.boolean(), fc.nat(2 ** 32 - 1), (list, gone, keyframe, tick) => {
      const bytes = encodeFrame(tableOf(list), nosOf(list), gone, header({ keyframe, tick }), writer)
      const table = makeLiveTable(4)
      const frame = decodeFrame(bytes, table)
      expect(frame).toMatchObject({ tick, at: now, keyframe, step: 0, detail: true })
      expect([...(frame?.changed ?? [])]).toEqual(nosOf(list))
      expect([...(frame?.removed ?? [])]).toEqual(gone)
      for (const { no, lat, lng, age, accuracy, heading, speed } of list) {
        expect(table.lat[no]).toBe(lat)
        expect(table.lng[no]).toBe(lng)
        const older = now - Math.max(0, age) - (table.at[no] as number)
        expect(older).toBeGreaterThanOrEqual(-0.01)
        expect(older).toBeLessThan(1000)
        expect(table.accuracy[no]).toEqual(
          Number.isNaN(accuracy) ? Number.NaN : Math.min(65_535, Math.ceil(Math.fround(accuracy))),
        )
        const turn = Math.abs((table.heading[no] as number) - heading)
        if (Number.isNaN(heading)) expect(table.heading[no]).toBeNaN()
        else {
          expect(Math.min(turn, 360 - turn)).toBeLessThanOrEqual(3.001)
          expect(table.heading[no]).toBeLessThan(360)
        }
        if (Number.isNaN(speed)) expect(table.speed[no]).toBeNaN()
        else expect(Math.abs((table.speed[no] as number) - Math.min(200, speed))).toBeLessThanOrEqual(0.2501)
      }
    }),
    { numRuns: 400 },
  )
})

test('FRAME-1 places all over the globe and a writer that has to grow at any point make no difference', () => {
  const at = (no: number): Entry => ({
    no,
    lat: no % 2 ? 90 : -90 + no / 1000,
    lng: no % 3 ? 180 - no / 100 : -180,
    age: 0,
    accuracy: 5,
    heading: 0,
    speed: no % 20 ? no % 3 : 150 + (no % 50),
  })
  for (let count = 400; count < 700; count++) {
    const list = Array.from({ length: count }, (_, no) => at(no))
    const table = makeLiveTable()
    const sent = tableOf(list)
    expect(decodeFrame(encodeFrame(sent, nosOf(list), [], header(), makeByteWriter()), table)).not.toBeNull()
    for (const column of ['lat', 'lng', 'speed'] as const)
      expect(table[column].subarray(0, count)).toEqual(sent[column].subarray(0, count))
  }
})

test('FRAME-1 of tens of thousands a few far away, old, vague or fast ones are told as exactly as the others', () => {
  const list = Array.from({ length: 20_000 }, (_, n): Entry => {
    const odd = n % 997 === 0
    const place = odd ? { lat: -9_000_000 + n, lng: -100 * n - 1 } : { lat: 4_300_000, lng: 7_600_000 }
    return {
      ...{ no: 3 * n, lat: (place.lat + (n % 3000)) / 1e5, lng: (place.lng + (n % 5000)) / 1e5 },
      ...{ age: odd ? 1_000 * n : (n % 9) * 1000, accuracy: odd ? 65_000 : n % 30 },
      ...{ heading: 6 * (n % 60), speed: odd ? 199.5 : (n % 5) / 2 },
    }
  })
  const sent = tableOf(list)
  const table = makeLiveTable()
  const bytes = encodeFrame(sent, nosOf(list), [], header(), makeByteWriter())
  expect(decodeFrame(bytes, table)?.changed.length).toBe(list.length)
  for (const { no } of list) expect(row(table, no)).toEqual(row(sent, no))
})

test('FRAME-1 many who are all alike are still a frame', () => {
  const list = Array.from(
    { length: 5000 },
    (_, no): Entry => ({ no, lat: 43.2, lng: 76.9, age: 0, accuracy: 5, heading: 90, speed: 1 }),
  )
  const bytes = encodeFrame(tableOf(list), nosOf(list), nosOf(list), header(), writer)
  expect(decodeFrame(bytes, makeLiveTable())?.changed.length).toBe(5000)
})

test('FRAME-1 the bytes are a copy: the next frame of the same writer leaves them alone', () => {
  const list: Entry[] = [{ no: 3, lat: 43.2, lng: 76.9, age: 0, accuracy: 5, heading: 90, speed: 1 }]
  const first = encodeFrame(tableOf(list), [3], [], header(), writer)
  const before = first.slice()
  encodeFrame(makeLiveTable(), [], [1, 2, 3], header({ tick: 78 }), writer)
  expect(first).toEqual(before)
})

test('FRAME-1 an empty frame is a heartbeat of 17 bytes', () => {
  const bytes = encodeFrame(makeLiveTable(), [], [], header(), writer)
  expect(bytes.length).toBe(17)
  expect(decodeFrame(bytes, makeLiveTable())).toMatchObject({ tick: 77, at: now })
})

test('FRAME-1 a frame is read out of a larger buffer', () => {
  const bytes = encodeFrame(makeLiveTable(), [], [4, 9], header(), writer)
  const around = new Uint8Array(bytes.length + 20).fill(255)
  around.set(bytes, 7)
  expect(decodeFrame(around.subarray(7, 7 + bytes.length), makeLiveTable())?.removed).toEqual(
    new Uint32Array([4, 9]),
  )
})

test('FRAME-2 on a coarser grid a place is off by at most half of it, the poles and the 180th meridian included', () => {
  fc.assert(
    fc.property(entries, fc.integer({ min: 0, max: 20 }), (list, step) => {
      const bytes = encodeFrame(tableOf(list), nosOf(list), [], header({ step }), writer)
      const table = makeLiveTable()
      expect(decodeFrame(bytes, table)).not.toBeNull()
      const grid = 1e-5 * 2 ** step
      for (const { no, lat, lng } of list) {
        // At the rim the grid may end short of it.
        const allowed = (of: number, rim: number) => (of + grid / 2 > rim ? grid : grid / 2) + 1e-9
        expect(Math.abs((table.lat[no] as number) - lat)).toBeLessThanOrEqual(allowed(lat, 90))
        expect(Math.abs((table.lng[no] as number) - lng)).toBeLessThanOrEqual(allowed(lng, 180))
      }
    }),
  )
})

test('FRAME-2 the step of a zoom rounds by less than half a pixel up to 55° of latitude', () => {
  for (let zoom = 0; zoom <= 22; zoom += 0.5) {
    const pixel = (360 / (256 * 2 ** zoom)) * Math.cos((55 * Math.PI) / 180)
    if (stepAt(zoom) > 0) expect((1e-5 * 2 ** stepAt(zoom)) / 2).toBeLessThan(pixel / 2)
  }
  expect([0, 12, 16, 22].map(stepAt)).toEqual([16, 4, 0, 0])
})

test('FRAME-3 a keyframe is all the table holds afterwards, another frame only adds, changes and removes', () => {
  const one = (no: number, lat: number): Entry => ({
    no,
    lat,
    lng: 76.9,
    age: 0,
    accuracy: 5,
    heading: 0,
    speed: 0,
  })
  const known = (table: LiveTable) =>
    [...table.at.subarray(0, table.size)].flatMap((at, no) => (at > 0 ? [no] : []))
  const table = makeLiveTable()
  const send = (list: Entry[], removed: number[], keyframe: boolean) =>
    decodeFrame(encodeFrame(tableOf(list), nosOf(list), removed, header({ keyframe }), writer), table)
  send([one(1, 43), one(2, 43), one(5, 43)], [], true)
  send([one(2, 44), one(900, 44)], [1, 4000], false)
  expect(known(table)).toEqual([2, 5, 900])
  expect(table.size).toBe(901)
  send([one(5, 45)], [], true)
  expect(known(table)).toEqual([5])
})

test('FRAME-4 without detail accuracy, heading and speed are unknown', () => {
  const list: Entry[] = [{ no: 3, lat: 43.2, lng: 76.9, age: 0, accuracy: 5, heading: 90, speed: 1 }]
  const table = tableOf(list)
  decodeFrame(encodeFrame(table, [3], [], header({ detail: false }), writer), table)
  expect(row(table, 3)).toEqual([43.2, 76.9, now, Number.NaN, Number.NaN, Number.NaN])
})

test('FRAME-5 of several nodes the newest fix wins, and only what won is named as changed', () => {
  const at = (no: number, age: number, lat: number): Entry => ({
    no,
    lat,
    lng: 76.9,
    age,
    accuracy: 5,
    heading: 0,
    speed: 0,
  })
  const mine = tableOf([at(1, 3000, 43), at(2, 9000, 43), at(3, 0, 43)])
  const theirs = [at(1, 5000, 44), at(2, 1000, 44), at(3, 0, 44), at(4, 60_000, 44)]
  const frame = decodeFrame(encodeFrame(tableOf(theirs), nosOf(theirs), [], header(), writer), mine, true)
  expect([...(frame?.changed ?? [])]).toEqual([2, 4])
  expect([1, 2, 3, 4].map((no) => mine.lat[no])).toEqual([43, 44, 43, 44])
})

test('FRAME-6 bytes cut anywhere, with one more, or of another version are no frame and change nothing', () => {
  fc.assert(
    fc.property(entries, gone, (list, gone) => {
      const bytes = encodeFrame(tableOf(list), nosOf(list), gone, header(), writer)
      const table = tableOf(list)
      const before = copy(table)
      for (let length = 0; length < bytes.length; length++)
        expect(decodeFrame(bytes.subarray(0, length), table)).toBeNull()
      expect(decodeFrame(new Uint8Array([...bytes, 0]), table)).toBeNull()
      expect(decodeFrame(bytes.with(0, 1), table)).toBeNull()
      expect(decodeFrame(bytes.with(1, 8), table)).toBeNull()
      expect(decodeFrame(bytes.with(2, 21), table)).toBeNull()
      expect(table).toEqual(before)
    }),
    { numRuns: 40 },
  )
})

/** Either refused with the table untouched, or a frame whose every value can be. */
function expectSound(bytes: Uint8Array, list: Entry[]): void {
  const table = tableOf(list)
  const before = copy(table)
  const frame = decodeFrame(bytes, table)
  if (frame === null) {
    expect(table).toEqual(before)
    return
  }
  expect(frame.changed.length + frame.removed.length).toBeLessThanOrEqual(8 * bytes.length)
  for (const no of frame.changed) {
    expect(no).toBeLessThanOrEqual(highestNo)
    expect(Math.abs(table.lat[no] as number)).toBeLessThanOrEqual(90)
    expect(Math.abs(table.lng[no] as number)).toBeLessThanOrEqual(180)
    expect(Number.isFinite(table.at[no])).toBe(true)
  }
}

test('FRAME-6 random bytes and frames with bytes changed never throw and never leave a broken table', () => {
  const afterHeader = fc.uint8Array({ maxLength: 60 }).map((rest) => {
    const bytes = encodeFrame(makeLiveTable(), [], [], header(), writer)
    return new Uint8Array([...bytes.subarray(0, 15), ...rest])
  })
  const some: Entry[] = [{ no: 3, lat: 43.2, lng: 76.9, age: 0, accuracy: 5, heading: 90, speed: 1 }]
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 80 }), afterHeader), (bytes) => expectSound(bytes, some)),
    { numRuns: 3000 },
  )
  const changes = fc.array(fc.tuple(fc.nat(500), fc.nat(255)), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(entries, gone, changes, (list, gone, changes) => {
      const bytes = encodeFrame(tableOf(list), nosOf(list), gone, header(), writer)
      for (const [where, byte] of changes) bytes[where % bytes.length] = byte
      expectSound(bytes, some)
    }),
    { numRuns: 1000 },
  )
})

test('FRAME-6 a count that lies, a no beyond all bounds and a place beyond the poles are refused', () => {
  const head = [...encodeFrame(makeLiveTable(), [], [], header(), writer).subarray(0, 15)]
  const frame = (...rest: number[]) => decodeFrame(new Uint8Array([...head, ...rest]), makeLiveTable())
  expect(
    decodeFrame(encodeFrame(makeLiveTable(), [], [], header({ at: Number.NaN }), writer), makeLiveTable()),
  ).toBeNull()
  const million = [0xc0, 0x84, 0x3d]
  const same = [0, 0]
  // Columns of width 0 take no bytes per value.
  expect(frame(...million, 0, ...same, ...same, ...same, ...same, ...same, ...same, ...same)).toBeNull()
  expect(frame(0, ...million, ...same)).toBeNull()
  const place = [...same, ...same, ...same, ...same, ...same, ...same]
  expect(frame(1, 0, 0xff, 0xff, 0x3f, 0, ...place)).not.toBeNull()
  expect(frame(1, 0, 0x80, 0x80, 0x40, 0, ...place)).toBeNull()
  // A width of 25 bits, a varint of 2^31.
  expect(frame(1, 0, 0, 24, 0, 0, 0, ...place)).not.toBeNull()
  expect(frame(1, 0, 0, 25, 0, 0, 0, 0, ...place)).toBeNull()
  expect(
    frame(1, 0, ...same, ...same, ...same, 0xff, 0xff, 0xff, 0xff, 0x07, 0, ...place.slice(6)),
  ).not.toBeNull()
  expect(
    frame(1, 0, ...same, ...same, ...same, 0x80, 0x80, 0x80, 0x80, 0x08, 0, ...place.slice(6)),
  ).toBeNull()
  expect(frame(1, 0, ...same, 0x81, 0xd1, 0xca, 0x08, 0, ...place.slice(2))).toBeNull()
  expect(frame(1, 0, ...same, 0x80, 0xd1, 0xca, 0x08, 0, ...place.slice(2))).not.toBeNull()
})

test('FRAME-7 a wrong order of nos or a no too high is a bug of the sender', () => {
  const table = tableOf([])
  reserve(table, 9)
  for (const nos of [[2, 2], [3, 1], [highestNo + 1], [Number.NaN]])
    expect(() => encodeFrame(table, nos, [], header(), writer)).toThrow(RangeError)
})

test('FRAME-8 in a city a fix takes under 6.6 bytes with everything exact, under 3.6 on the map from afar', () => {
  // A small generator of its own, so that the figures do not move.
  let seed = 1
  const random = () => {
    seed = (seed * 1664525 + 1013904223) % 2 ** 32
    return seed / 2 ** 32
  }
  const list: Entry[] = Array.from({ length: 600 }, (_, no) => ({
    no,
    lat: 43.16 + random() * 0.16,
    lng: 76.8 + random() * 0.22,
    age: random() < 0.93 ? random() * 8000 : random() * 7_200_000,
    accuracy: 3 + 60 * random() ** 3,
    heading: random() < 0.6 ? random() * 360 : Number.NaN,
    speed: random() < 0.8 ? 2 * random() : 16 * random(),
  }))
  const size = (change: Partial<FrameHeader>) =>
    encodeFrame(tableOf(list), nosOf(list), [], header({ keyframe: true, ...change }), writer).length /
    list.length
  expect(size({})).toBeLessThan(6.6)
  expect(size({ step: stepAt(12), detail: false })).toBeLessThan(3.6)
})

const often = fc
  .uniqueArray(
    entry.map((one) => ({ ...one, no: one.no % 40 })),
    { selector: (one) => one.no, maxLength: 20 },
  )
  .map((list) => list.sort((a, b) => a.no - b.no))
const rounds = fc.array(
  fc.tuple(
    often,
    gone.map((nos) => nos.filter((no) => no < 40)),
  ),
  { minLength: 2, maxLength: 5 },
)

test('FRAME-9 differences to the frame before come to the same table as whole frames, whatever came and went', () => {
  let differences = 0
  fc.assert(
    fc.property(rounds, fc.integer({ min: 0, max: 8 }), (all, step) => {
      const [base, byDifference, byWhole] = [makeLiveTable(4), makeLiveTable(4), makeLiveTable(4)]
      all.forEach(([list, removed], at) => {
        const gone = removed.filter((no) => !nosOf(list).includes(no))
        const head = header({ step, tick: 3 * at + 1 })
        const sent = tableOf(list)
        const bytes = encodeFrame(sent, nosOf(list), gone, head, writer, base)
        if ((bytes[1] as number) & 4) differences++
        expect([...(decodeFrame(bytes, byDifference)?.changed ?? [-1])]).toEqual(nosOf(list))
        expect(decodeFrame(encodeFrame(sent, nosOf(list), gone, head, writer), byWhole)).not.toBeNull()
        const rows = (table: LiveTable) =>
          Array.from({ length: table.size }, (_, no) =>
            (table.at[no] as number) > 0 ? row(table, no) : null,
          )
        expect(rows(byDifference)).toEqual(rows(byWhole))
        expect(rows(base)).toEqual(rows(byWhole))
      })
    }),
    { numRuns: 200 },
  )
  expect(differences).toBeGreaterThan(200)
})

test('FRAME-10 who has missed a frame refuses the difference to it and stands as before, until a keyframe', () => {
  const at = (lat: number): Entry[] => [{ no: 3, lat, lng: 76.9, age: 0, accuracy: 5, heading: 90, speed: 1 }]
  const base = makeLiveTable()
  const frame = (lat: number, tick: number) =>
    encodeFrame(tableOf(at(lat)), [3], [], header({ tick }), writer, base)
  const [first, second, third] = [frame(43.2, 1), frame(43.3, 2), frame(43.4, 3)]
  const table = makeLiveTable()
  expect(decodeFrame(first, table)).not.toBeNull()
  const before = copy(table)
  expect(decodeFrame(third, table)).toBeNull()
  expect(table).toEqual(before)
  expect(decodeFrame(second, makeLiveTable())).toBeNull()
  expect(decodeFrame(second, table, true)).toBeNull()
  expect(
    decodeFrame(encodeFrame(base, [3], [], header({ tick: 3, keyframe: true }), writer), table),
  ).not.toBeNull()
  expect(table.lat[3]).toBe(43.4)
  expect(decodeFrame(frame(43.5, 4), table)).not.toBeNull()
  expect(table.lat[3]).toBe(43.5)
})

test('FRAME-10 a difference cut anywhere, or with bytes changed, never throws and never leaves a broken table', () => {
  const list: Entry[] = Array.from({ length: 9 }, (_, no) => ({
    no: 3 * no,
    lat: 43.2,
    lng: 76.9,
    age: 0,
    accuracy: 5,
    heading: 90,
    speed: 1,
  }))
  const moved = list.map((one) => ({ ...one, lat: one.lat + one.no * 1e-4, speed: 1 + one.no }))
  const base = makeLiveTable()
  const first = encodeFrame(tableOf(list), nosOf(list), [], header({ tick: 1 }), writer, base)
  const second = encodeFrame(tableOf(moved), nosOf(moved), [4], header({ tick: 2 }), writer, base)
  const standing = () => {
    const table = makeLiveTable(4)
    decodeFrame(first, table)
    return table
  }
  for (let length = 0; length < second.length; length++)
    expect(decodeFrame(second.subarray(0, length), standing())).toBeNull()
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(second.length - 1), fc.nat(255)), { maxLength: 4 }), (changes) => {
      const bytes = second.slice()
      for (const [where, byte] of changes) bytes[where] = byte
      const table = standing()
      const before = copy(table)
      const frame = decodeFrame(bytes, table)
      if (frame === null) expect(table).toEqual(before)
      else
        for (let no = 0; no < table.size; no++) {
          expect(Math.abs(table.lat[no] as number)).toBeLessThanOrEqual(90)
          expect(Math.abs(table.lng[no] as number)).toBeLessThanOrEqual(180)
        }
    }),
    { numRuns: 2000 },
  )
})
