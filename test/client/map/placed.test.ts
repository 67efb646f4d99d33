import { expect, test } from 'vitest'
import type { Carriers } from '../../../client/map/carriers.ts'
import { flagLost, kindAssistant, kindNone, kindUnit } from '../../../client/map/carriers.ts'
import { heapsOf } from '../../../client/map/density.ts'
import { fanOut, fanReach } from '../../../client/map/fan.ts'
import { worldSize, worldX, worldY } from '../../../client/map/mercator.ts'
import { glideMs, makePlacer } from '../../../client/map/placed.ts'
import { dialSteps, lostStep } from '../../../client/map/sprites.ts'
import { makeLiveTable, reserve } from '../../../shared/positions/live-table.ts'

const now = 1_000_000_000
const centre = { lat: 43.238, lng: 76.905 }
const zoom = 16
const scale = worldSize(zoom)
const window = {
  scale,
  left: worldX(centre.lng) * scale - 500,
  top: worldY(centre.lat) * scale - 400,
  width: 1000,
  height: 800,
}

/** Carriers at so many pixels from the middle of the window, with the age of their fix in seconds. */
function carriers(
  list: Array<{ dx: number; dy: number; age: number; kind?: number; flags?: number }>,
): Carriers {
  const table = makeLiveTable(16)
  const kind = new Uint8Array(16)
  const flags = new Uint16Array(16)
  list.forEach((one, no) => {
    reserve(table, no)
    table.lng[no] = ((window.left + 500 + one.dx) / scale) * 360 - 180
    const y = (window.top + 400 + one.dy) / scale
    table.lat[no] = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI
    table.at[no] = now - one.age * 1000
    kind[no] = one.kind ?? kindAssistant
    flags[no] = one.flags ?? 0
  })
  const none = () => null
  return {
    table,
    kind,
    flags,
    pairs: [],
    now: () => now,
    lostAfter: () => 180_000,
    numberOf: String,
    labelOf: none,
    tagOf: none,
    lostLabelOf: none,
  }
}

test('MAP-5 the dial is full at a new fix, empty after 120 s, and the mark is lost after the silence of its device', () => {
  const of = carriers([0, 60, 119, 130, 179, 181].map((age, i) => ({ dx: 40 * i, dy: 0, age })))
  const placed = makePlacer()(of, window)
  expect([...placed.step.slice(0, placed.count)]).toEqual([dialSteps, dialSteps / 2, 1, 0, 0, lostStep])
})

test('MAP-5 whoever the desk says is lost looks lost at any age', () => {
  const of = carriers([{ dx: 0, dy: 0, age: 1, flags: flagLost }])
  expect(makePlacer()(of, window).step[0]).toBe(lostStep)
})

test('MAP-6 a symbol stands where its fix is, and moves with the next one', () => {
  const of = carriers([{ dx: 120, dy: -50, age: 1 }])
  const place = makePlacer()
  const first = place(of, window)
  expect(first.x[0]).toBeCloseTo(620, 1)
  expect(first.y[0]).toBeCloseTo(350, 1)
  const moved = carriers([{ dx: -200, dy: 10, age: 1 }])
  of.table.lat[0] = moved.table.lat[0] as number
  of.table.lng[0] = moved.table.lng[0] as number
  expect(place(of, window).x[0]).toBeCloseTo(300, 1)
})

test('MAP-6 an empty slot, one without a fix and one outside the window are not drawn', () => {
  const of = carriers([
    { dx: 0, dy: 0, age: 1, kind: kindNone },
    { dx: 0, dy: 0, age: now / 1000 },
    { dx: 900, dy: 0, age: 1 },
    { dx: 10, dy: 0, age: 1 },
  ])
  const placed = makePlacer()(of, window)
  expect([...placed.no.slice(0, placed.count)]).toEqual([3])
  expect([...placed.at.slice(0, 4)]).toEqual([-1, -1, -1, 0])
})

/** Moves carrier 0 by so many pixels to the east. */
function moveBy(of: Carriers, dx: number) {
  of.table.lng[0] = (of.table.lng[0] as number) + (dx / scale) * 360
}

test('MAP-14 a symbol goes from its last place to the new one within a tick, and stands on it at the end', () => {
  const of = carriers([{ dx: 0, dy: 0, age: 1 }])
  const place = makePlacer()
  const at = (ms: number) => {
    const placed = place(of, window, 1000 + ms)
    return { x: placed.x[0] as number, gliding: placed.gliding }
  }
  expect(at(0)).toEqual({ x: 500, gliding: 0 })
  moveBy(of, 60)
  const way = [1, 50, 100, 200, glideMs - 1].map(at)
  expect(way[0]?.x).toBeCloseTo(500, 0)
  for (const [i, { x, gliding }] of way.entries()) {
    expect(gliding).toBe(1)
    expect(x).toBeGreaterThanOrEqual(way[i - 1]?.x ?? 500)
    expect(x).toBeLessThanOrEqual(560)
  }
  const arrived = at(4 * glideMs)
  expect(arrived.x).toBeCloseTo(560, 3)
  expect(arrived.gliding).toBe(0)
})

test('MAP-14 a fix that comes on the way turns the symbol from where it is shown, not from where it was going', () => {
  const of = carriers([{ dx: 0, dy: 0, age: 1 }])
  const place = makePlacer()
  place(of, window, 0)
  moveBy(of, 60)
  place(of, window, 0)
  const shown = place(of, window, 60).x[0] as number
  expect(shown).toBeGreaterThan(510)
  moveBy(of, -100)
  expect(place(of, window, 60).x[0]).toBeCloseTo(shown, 3)
  expect(place(of, window, 60 + glideMs).x[0]).toBeCloseTo(460, 3)
})

test.each([
  ['less than a pixel', 0.6, 0],
  ['more than half the picture', 420, 0],
  ['with motion switched off', 60, null],
])('MAP-14 %s is a jump', (_, by, clock) => {
  const of = carriers([{ dx: 0, dy: 0, age: 1 }])
  const place = makePlacer()
  place(of, window, clock)
  moveBy(of, by)
  const placed = place(of, window, clock)
  expect(placed.x[0]).toBeCloseTo(500 + by, 2)
  expect(placed.gliding).toBe(0)
})

test('MAP-14 who comes into the table stands at once, and who glides out of sight asks for no more pictures', () => {
  const of = carriers([
    { dx: 0, dy: 0, age: now / 1000 },
    { dx: 2000, dy: 0, age: 1 },
  ])
  const place = makePlacer()
  place(of, window, 0)
  of.table.at[0] = now
  expect(place(of, window, 10)).toMatchObject({ count: 1, gliding: 0 })
  moveBy(of, 60)
  expect(place(of, { ...window, left: window.left + 2000 }, 20)).toMatchObject({ count: 1, gliding: 0 })
})

test('MAP-7 assistants under the plate of their unit fan out around it, those farther away stay in place', () => {
  const of = carriers([
    { dx: 0, dy: 0, age: 1, kind: kindUnit },
    { dx: 3, dy: 2, age: 1 },
    { dx: -5, dy: 0, age: 1 },
    { dx: 20, dy: -8, age: 1 },
    { dx: 90, dy: 0, age: 1 },
  ])
  const placed = makePlacer()(of, window)
  const leaders = fanOut(placed, [
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 4],
  ])
  const away = (i: number) => Math.hypot((placed.x[i] as number) - 500, (placed.y[i] as number) - 400)
  for (const i of [1, 2, 3]) expect(away(i)).toBeCloseTo(fanReach, 3)
  expect(away(4)).toBeCloseTo(90, 1)
  for (const [a, b] of [
    [1, 2],
    [2, 3],
  ] as const)
    expect(
      Math.hypot(
        (placed.x[a] as number) - (placed.x[b] as number),
        (placed.y[a] as number) - (placed.y[b] as number),
      ),
    ).toBeGreaterThan(20)
  expect(leaders.map(({ index }) => index)).toEqual([3])
})

test('MAP-8 counts of a far zoom add up to all in view and do not change while the map is dragged', () => {
  const of = carriers(
    Array.from({ length: 16 }, (_, i) => ({ dx: (i * 67) % 400, dy: (i * 41) % 300, age: 1 })),
  )
  const place = makePlacer()
  const counts = (left: number) => {
    const placed = place(of, { ...window, left })
    const heaps = heapsOf(placed, left, window.top, 72, () => false)
    return heaps.map(({ count, x }) => `${count} at ${Math.round(x + left)}`).sort()
  }
  const before = counts(window.left)
  expect(before.reduce((sum, heap) => sum + Number.parseInt(heap, 10), 0)).toBe(16)
  for (const dragged of [7, 31, 50]) expect(counts(window.left + dragged)).toEqual(before)
})
