import { expect, test } from 'vitest'
import { makeHotTable, show } from '../../../server/positions/hot-table.ts'
import type { FrameSink } from '../../../server/positions/positions.ts'
import { startTeamFrames } from '../../../server/positions/team-frames.ts'
import { makeLiveTable } from '../../../shared/positions/live-table.ts'
import { decodeFrame } from '../../../shared/wire/decode-frame.ts'
import { bookedOn, imported, opened, planned, registered, sent } from '../../kit/dispatch-past.ts'
import { foldFact, type GivenFact, given, noon, officer } from '../../kit/given-when-then.ts'
import { virtualClock } from '../../kit/virtual-clock.ts'

const here = { lat: 43.24, lng: 76.94 }
const world = { south: -90, west: -180, north: 90, east: 180, zoom: 18 }

/** a0 to a3 and a unit on duty, all at one place; the phone is a1's. */
function teams() {
  const { board } = given(
    ...['a0', 'a1', 'a2', 'a3'].flatMap((id) => [imported(id), bookedOn('assistant', id)]),
    registered('u1'),
    bookedOn('unit', 'u1'),
  )
  const clock = virtualClock(noon)
  const hot = makeHotTable()
  const count = { sent: 0, dropped: 0 }
  const frames = startTeamFrames(board, hot, clock, {
    sent: () => count.sent++,
    dropped: () => count.dropped++,
    shown() {},
  })
  const fix = (no: number, north = 0) =>
    show(hot, no, { at: clock.now(), lat: here.lat + north, lng: here.lng, accuracy: 5 }, 5)
  const table = makeLiveTable()
  const phone: FrameSink & { free: boolean; got: number } = {
    ...{
      audience: 'a1',
      viewer: { kind: 'assistant' as const, id: 'a1', device: 'd' },
      view: { ...world },
      free: true,
    },
    got: 0,
    writable: () => phone.free,
    send(bytes: Uint8Array) {
      phone.got++
      expect(decodeFrame(bytes, table)).toMatchObject({ keyframe: true })
    },
  }
  const leave = frames.connect(phone)
  return {
    ...{ board, clock, count, phone, leave, fix, table },
    happens: (...facts: GivenFact[]) => {
      for (const fact of facts) foldFact(board, fact, noon, officer)
    },
    shows: () => [...table.at.subarray(0, table.size)].flatMap((at, no) => (at > 0 ? [no] : [])),
  }
}

test('SCALE-2 a phone shows its holder, with a task the team, and nobody else', () => {
  const { clock, fix, happens, shows } = teams()
  for (const no of [0, 1, 2, 3, 4]) fix(no)
  clock.advance(1_000)
  expect(shows()).toEqual([1])
  happens(opened('op'), planned('post', 'op'), sent('t1', { members: ['a1', 'a3'] }))
  clock.advance(1_000)
  expect(shows()).toEqual([1, 3, 4])
})

test('SCALE-2 a phone gets a frame in each second in which another of its team reports, else one every ten', () => {
  const { clock, fix, happens, phone, table } = teams()
  happens(opened('op'), planned('post', 'op'), sent('t1', { members: ['a1', 'a3'] }))
  fix(3)
  clock.advance(1_000)
  expect(phone.got).toBe(1)
  fix(0, 0.001)
  fix(1, 0.001)
  clock.advance(8_000)
  expect(phone.got).toBe(1)
  fix(3, 0.002)
  clock.advance(1_000)
  expect(phone.got).toBe(2)
  expect(table.lat[3]).toBeCloseTo(here.lat + 0.002, 5)
  expect(table.lat[1]).toBeCloseTo(here.lat + 0.001, 5)
  clock.advance(10_000)
  expect(phone.got).toBe(3)
})

test('SCALE-2 a phone that could not take a frame, or says its view again, gets one within a second', () => {
  const { clock, count, fix, phone } = teams()
  fix(1)
  phone.free = false
  clock.advance(3_000)
  expect(phone.got).toBe(0)
  expect(count.dropped).toBe(3)
  phone.free = true
  clock.advance(1_000)
  expect(phone.got).toBe(1)
  phone.view = { ...world }
  clock.advance(1_000)
  expect(phone.got).toBe(2)
})

test('SCALE-2 a phone that has gone gets nothing more', () => {
  const { clock, fix, leave, phone } = teams()
  leave()
  fix(1)
  clock.advance(20_000)
  expect(phone.got).toBe(0)
})
