import { expect, test } from 'vitest'
import { type Frames, startFrames } from '../../../server/positions/frames.ts'
import { makeHotTable, hide as remove, show } from '../../../server/positions/hot-table.ts'
import type { FrameSink } from '../../../server/positions/positions.ts'
import { startTeamFrames } from '../../../server/positions/team-frames.ts'
import type { Viewer } from '../../../shared/auth/viewer.ts'
import { type LiveTable, makeLiveTable } from '../../../shared/positions/live-table.ts'
import { decodeFrame } from '../../../shared/wire/decode-frame.ts'
import type { Frame } from '../../../shared/wire/frame.ts'
import type { View } from '../../../shared/wire/view.ts'
import { bookedOn, imported, opened, planned, registered, sent } from '../../kit/dispatch-past.ts'
import { foldFact, type GivenFact, given, noon, officer } from '../../kit/given-when-then.ts'
import { virtualClock } from '../../kit/virtual-clock.ts'

const tick = 250
const city: View = { south: 43.1, west: 76.8, north: 43.4, east: 77.1, zoom: 14 }
/** A pixel at zoom 14 is 8.6e-5°. */
const halfPixel = 4e-5
const here = { lat: 43.24, lng: 76.94 }

const inRegion = (fact: GivenFact, region: string): GivenFact => ({
  ...fact,
  data: { ...(fact.data as object), region },
})
const duty = (...regions: string[]): Viewer => ({
  kind: 'staff',
  account: 'duty',
  police: true,
  grants: [{ role: 'duty-officer', regions, operations: [] }],
})

/** Three people and a unit on duty, a0 and a1 in Almaty, a2 in Astana; nothing is known yet of where they are. */
function city4() {
  const { board } = given(
    imported('a0'),
    imported('a1'),
    inRegion(imported('a2'), 'astana'),
    registered('u1'),
    ...['a0', 'a1', 'a2'].map((id) => bookedOn('assistant', id)),
    bookedOn('unit', 'u1'),
  )
  const clock = virtualClock(noon)
  const hot = makeHotTable()
  const frames = startFrames(board, hot, clock)
  const happens = (...facts: GivenFact[]) => {
    for (const fact of facts) foldFact(board, fact, noon, officer)
    const events = facts.map((fact, n) => ({
      ...fact,
      seq: n,
      at: noon,
      by: officer,
      commandId: 'c',
      n,
    }))
    frames.onEvents(events as Parameters<Frames['onEvents']>[0])
  }
  const fix = (no: number, at: { lat: number; lng: number }, age = 0) =>
    show(hot, no, { at: clock.now() - age, accuracy: 5, ...at }, 5)
  return { board, clock, hot, frames, happens, fix }
}

interface Screen extends FrameSink {
  free: boolean
  frames: Frame[]
  bytes: number
  table: LiveTable
}

function screen(
  frames: Pick<Frames, 'connect'>,
  viewer: Viewer,
  view: View,
  audience = 'desk',
): Screen & { leave(): void } {
  const sink: Screen = {
    ...{ audience, viewer, view, free: true, frames: [], bytes: 0, table: makeLiveTable() },
    writable: () => sink.free,
    send(bytes) {
      sink.frames.push(decodeFrame(bytes, sink.table) as Frame)
      sink.bytes += bytes.length
    },
  }
  return Object.assign(sink, { leave: frames.connect(sink) })
}
const shown = ({ table }: Screen) =>
  [...table.at.subarray(0, table.size)].flatMap((at, no) => (at > 0 ? [no] : []))
const last = ({ frames }: Screen) => frames.at(-1) as Frame

test('VIEW-1 a desk gets a keyframe first, then what changed, and a frame each 250 ms even when nothing did', () => {
  const { clock, frames, fix } = city4()
  fix(0, here)
  fix(3, here)
  const desk = screen(frames, duty('almaty'), city)
  clock.advance(tick)
  expect(last(desk)).toMatchObject({ keyframe: true })
  expect(shown(desk)).toEqual([0, 3])
  fix(0, { ...here, lat: here.lat + 0.001 })
  clock.advance(tick)
  expect(last(desk)).toMatchObject({ keyframe: false, at: clock.now() })
  expect([...last(desk).changed]).toEqual([0])
  clock.advance(2000)
  expect(desk.frames).toHaveLength(10)
  expect(desk.frames.map(({ tick }) => tick)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('VIEW-2 a move of less than a pixel costs nothing until what is shown would be five seconds old', () => {
  const { clock, frames, fix } = city4()
  fix(0, here)
  const desk = screen(frames, duty('almaty'), city)
  clock.advance(tick)
  const { bytes } = desk
  clock.advance(1000)
  fix(0, { ...here, lat: here.lat + halfPixel })
  clock.advance(3000)
  expect(desk.bytes - bytes).toBe(16 * 17)
  clock.advance(2000)
  expect(desk.frames.slice(1).flatMap(({ changed }) => [...changed])).toEqual([0])
})

test('VIEW-3 outside the view a carrier is renewed only for the lists, and leaves the view at once', () => {
  const { clock, frames, fix } = city4()
  const outside = { ...here, lng: 77.2 }
  fix(0, { ...here, lng: 77.099 })
  const desk = screen(frames, duty('almaty'), city)
  clock.advance(tick)
  fix(0, outside)
  clock.advance(tick)
  expect(desk.table.lng[0]).toBeCloseTo(77.2, 3)
  for (let second = 0; second < 9; second++) {
    fix(0, { ...outside, lat: here.lat + second / 1000 })
    clock.advance(1000)
  }
  expect(desk.frames.slice(2).flatMap(({ changed }) => [...changed])).toEqual([])
  clock.advance(1500)
  expect(desk.frames.slice(2).flatMap(({ changed }) => [...changed])).toEqual([0])
})

test('VIEW-4 each viewer gets only whom it may follow, and who comes into or out of its sight does so with the event', () => {
  const { clock, frames, fix, happens, hot } = city4()
  for (const no of [0, 1, 2, 3]) fix(no, here)
  const almaty = screen(frames, duty('almaty'), city, 'almaty')
  const astana = screen(frames, duty('astana'), city, 'astana')
  const auditor = screen(
    frames,
    {
      kind: 'staff',
      account: 'x',
      police: false,
      grants: [{ role: 'auditor', regions: ['almaty'], operations: [] }],
    },
    city,
    'auditor',
  )
  const coordinator = screen(
    frames,
    {
      kind: 'staff',
      account: 'y',
      police: false,
      grants: [{ role: 'event-coordinator', regions: [], operations: ['op'] }],
    },
    city,
    'coordinator',
  )
  clock.advance(tick)
  expect([almaty, astana, auditor, coordinator].map(shown)).toEqual([[0, 1, 3], [2], [], []])
  happens(opened('op'), planned('post', 'op'), sent('t1', { members: ['a1'] }))
  clock.advance(tick)
  expect(shown(coordinator)).toEqual([1, 3])
  happens({
    type: 'TaskEnded',
    keys: ['task:t1', 'unit:u1', 'assistant:a1'],
    data: { task: 't1', outcome: 'recalled' },
  })
  clock.advance(tick)
  expect(shown(coordinator)).toEqual([])
  remove(hot, 0)
  clock.advance(tick)
  expect([...last(almaty).removed]).toEqual([0])
  expect(shown(almaty)).toEqual([1, 3])
})

test('VIEW-5 a desk that comes back between two frames sees by the rights of now', () => {
  const { clock, frames, fix, happens } = city4()
  for (const no of [0, 1, 3]) fix(no, here)
  const coordinator: Viewer = {
    kind: 'staff',
    account: 'y',
    police: false,
    grants: [{ role: 'event-coordinator', regions: [], operations: ['op'] }],
  }
  happens(opened('op'), planned('post', 'op'), sent('t1', { members: ['a1'] }))
  const desk = screen(frames, coordinator, city)
  clock.advance(tick)
  expect(shown(desk)).toEqual([1, 3])
  desk.leave()
  const back = screen(frames, coordinator, city)
  happens({
    type: 'TaskEnded',
    keys: ['task:t1', 'unit:u1', 'assistant:a1'],
    data: { task: 't1', outcome: 'recalled' },
  })
  clock.advance(4 * tick)
  expect(shown(back)).toEqual([])
})

test('VIEW-6 a connection that cannot take a frame misses it, never queues it, and gets a keyframe next', () => {
  const { clock, frames, fix } = city4()
  fix(0, here)
  const quick = screen(frames, duty('almaty'), city)
  const slow = screen(frames, duty('almaty'), city)
  clock.advance(tick)
  slow.free = false
  fix(1, here)
  clock.advance(4 * tick)
  expect([quick.frames.length, slow.frames.length]).toEqual([5, 1])
  slow.free = true
  clock.advance(tick)
  expect(slow.frames).toHaveLength(2)
  expect([last(slow).keyframe, last(quick).keyframe]).toEqual([true, false])
  expect(shown(slow)).toEqual([0, 1])
})

test('VIEW-7 another view gets a keyframe of its own, a hidden tab nothing', () => {
  const { clock, frames, fix } = city4()
  fix(0, here)
  const desk = screen(frames, duty('almaty'), city)
  clock.advance(tick)
  desk.view = { ...city, zoom: 9 }
  clock.advance(tick)
  expect(last(desk)).toMatchObject({ keyframe: true, step: 7 })
  desk.view = null
  clock.advance(4 * tick)
  expect(desk.frames).toHaveLength(2)
  desk.view = city
  clock.advance(tick)
  expect(last(desk)).toMatchObject({ keyframe: true })
})

test('VIEW-8 a phone gets its own team each second when it moves, else a sign of life each ten seconds', () => {
  const { board, hot, clock, fix, happens } = city4()
  const frames = startTeamFrames(board, hot, clock, { sent() {}, dropped() {}, shown() {} })
  for (const no of [0, 1, 2, 3]) fix(no, here)
  happens(opened('op'), planned('post', 'op'), sent('t1', { members: ['a1'] }))
  const world = { south: -90, west: -180, north: 90, east: 180, zoom: 18 }
  const phone = screen(frames, { kind: 'assistant', id: 'a1', device: 'd' }, world, 'a1')
  clock.advance(1000)
  expect(shown(phone)).toEqual([1, 3])
  clock.advance(9000)
  expect(phone.frames).toHaveLength(1)
  clock.advance(1000)
  expect(phone.frames).toHaveLength(2)
  fix(3, { ...here, lat: here.lat + 0.001 })
  clock.advance(1000)
  expect(phone.table.lat[3]).toBeCloseTo(here.lat + 0.001, 4)
})

test('VIEW-13 a desk that could take no frame for a while misses nobody who came, moved or went meanwhile', () => {
  const { clock, frames, fix, hot } = city4()
  for (const no of [0, 1]) fix(no, here)
  const desk = screen(frames, duty('almaty'), city)
  clock.advance(tick)
  desk.free = false
  fix(0, { ...here, lat: here.lat + 0.01 })
  clock.advance(2 * tick)
  remove(hot, 1)
  clock.advance(tick)
  desk.free = true
  clock.advance(tick)
  expect(shown(desk)).toEqual([0])
  expect(desk.table.lat[0]).toBeCloseTo(here.lat + 0.01, 3)
  // Outside its view and passed over: with another fix it is looked at again, and renewed in its time.
  fix(0, { ...here, lng: 77.3 })
  clock.advance(tick)
  expect(desk.table.lng[0]).toBeCloseTo(77.3, 3)
  for (let n = 1; n <= 48; n++) {
    fix(0, { ...here, lng: 77.3 + n / 1000 })
    clock.advance(tick)
  }
  expect(desk.table.lng[0]).toBeGreaterThan(77.33)
})

test('VIEW-9 a frame of 600 people who all moved is under 6.6 bytes a fix, one in which nobody did is 17 bytes', () => {
  const names = Array.from({ length: 600 }, (_, n) => `b${n}`)
  const { board } = given(...names.flatMap((id) => [imported(id), bookedOn('assistant', id)]))
  const clock = virtualClock(noon)
  const hot = makeHotTable()
  const frames = startFrames(board, hot, clock)
  const desk = screen(frames, duty('almaty'), { ...city, zoom: 17 })
  for (const n of names.keys()) {
    const at = { lat: 43.15 + ((n * 7919) % 1999) / 1e4, lng: 76.85 + ((n * 104_729) % 1999) / 1e4 }
    show(
      hot,
      n,
      { ...at, at: clock.now() - (n % 9) * 1000, accuracy: 4 + (n % 30), heading: n % 360, speed: n % 3 },
      5,
    )
  }
  clock.advance(tick)
  expect(shown(desk)).toHaveLength(600)
  expect(desk.bytes / 600).toBeLessThan(6.6)
  const { bytes } = desk
  clock.advance(tick)
  expect(desk.bytes - bytes).toBe(17)
})

test('VIEW-10 what a desk shows is at most a pixel from the truth once a tick has passed', () => {
  const { frames, clock, fix } = city4()
  const desk = screen(frames, duty('almaty'), { ...city, zoom: 14 })
  const pixel = 360 / 256 / 2 ** 14
  let worst = 0
  for (let n = 0; n < 400; n++) {
    const at = { lat: 43.24 + n * 0.7e-5, lng: 76.94 + n * 1.1e-5 }
    fix(0, at)
    clock.advance(250)
    const { lat, lng } = desk.table
    worst = Math.max(worst, Math.abs((lat[0] as number) - at.lat), Math.abs((lng[0] as number) - at.lng))
  }
  expect(worst).toBeLessThanOrEqual(pixel)
  expect(worst).toBeGreaterThan(pixel / 2)
})

test('VIEW-11 a crowd that walks costs under 3.5 bytes a fix, and who joins late stands where the others do', () => {
  const people = 2_000
  const names = Array.from({ length: people }, (_, n) => `b${n}`)
  const { board } = given(...names.flatMap((id) => [imported(id), bookedOn('assistant', id)]))
  const clock = virtualClock(noon)
  const hot = makeHotTable()
  const frames = startFrames(board, hot, clock)
  const city16: View = { ...(city as NonNullable<View>), zoom: 16 }
  const desk = screen(frames, duty('almaty'), city16)
  const at = names.map((_, n) => ({
    lat: 43.15 + ((n * 7919) % 1999) / 1e4,
    lng: 76.85 + ((n * 104_729) % 1999) / 1e4,
  }))
  const walk = (second: number) => {
    for (const [n, one] of at.entries()) {
      if (n % 5 !== second % 5) continue
      one.lat += ((n % 13) - 6) * 1e-5
      one.lng += ((n % 11) - 5) * 1e-5
      show(
        hot,
        n,
        {
          ...one,
          at: clock.now(),
          accuracy: 4 + (n % 30),
          heading: (n * 7 + second * 3) % 360,
          speed: n % 3,
        },
        5,
      )
    }
    clock.advance(1000)
  }
  for (let second = 0; second < 5; second++) walk(second)
  const { bytes } = desk
  const before = desk.frames.length
  for (let second = 5; second < 25; second++) walk(second)
  const fixes = desk.frames.slice(before).reduce((sum, { changed }) => sum + changed.length, 0)
  expect(fixes).toBeGreaterThan(people * 3)
  expect((desk.bytes - bytes) / fixes).toBeLessThan(3.5)
  const late = screen(frames, duty('almaty'), city16)
  clock.advance(tick)
  walk(25)
  expect(last(late)).toMatchObject({ keyframe: false })
  for (const column of ['lat', 'lng', 'accuracy', 'heading', 'speed'] as const)
    expect(late.table[column].subarray(0, people)).toEqual(desk.table[column].subarray(0, people))
})

test('VIEW-12 who says its view again gets a keyframe', () => {
  const { clock, frames, fix } = city4()
  fix(0, here)
  const desk = screen(frames, duty('almaty'), city)
  clock.advance(2 * tick)
  expect(last(desk).keyframe).toBe(false)
  desk.view = { ...(city as NonNullable<View>) }
  clock.advance(tick)
  expect(last(desk).keyframe).toBe(true)
})
