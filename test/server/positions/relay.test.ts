import { expect, test } from 'vitest'
import type { FanOut } from '../../../server/ports/fan-out.ts'
import { type HotTable, hide, makeHotTable, show, shownFix } from '../../../server/positions/hot-table.ts'
import { startRelay } from '../../../server/positions/relay.ts'
import { noon } from '../../kit/given-when-then.ts'
import { virtualClock } from '../../kit/virtual-clock.ts'

/** Nodes in one process; a deaf one hears nobody. */
function nodes(...names: string[]) {
  const clock = virtualClock(noon)
  const deaf = new Set<string>()
  const listeners = new Map<string, (bytes: Uint8Array, from: string) => void>()
  let bytesSent = 0
  const made = names.map((node) => {
    const fanOut: FanOut = {
      node,
      publish(_, bytes) {
        bytesSent += bytes.length
        for (const [other, hear] of listeners)
          if (other !== node && !deaf.has(other)) hear(Uint8Array.from(bytes), node)
      },
      subscribe(_, hear) {
        listeners.set(node, hear)
        return () => listeners.delete(node)
      },
      nodes: () => names,
      close: async () => {},
    }
    const table = makeHotTable()
    return { table, relay: startRelay(table, fanOut, clock) }
  })
  return { clock, deaf, made, sent: () => bytesSent }
}
const fixAt = (at: number, lat = 43.24) => ({ at, lat, lng: 76.94, accuracy: 5, heading: 90, speed: 1.5 })
const latOf = (table: HotTable, no: number) => shownFix(table, no)?.lat

test('NODE-5 within a second each node has the newest fixes of the others, and an older one never moves a newer', () => {
  const { clock, made, sent } = nodes('a', 'b', 'c')
  const [a, b, c] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]]
  const fix = (node: typeof a, no: number, at: number, lat: number) => {
    show(node.table, no, fixAt(at, lat), 5)
    node.relay.note(no)
  }
  fix(a, 0, noon, 43.241)
  fix(a, 1, noon, 43.242)
  fix(b, 1, noon - 5_000, 43.249)
  fix(c, 2, noon, 43.243)
  clock.advance(1_000)
  for (const { table } of made)
    expect([0, 1, 2].map((no) => latOf(table, no))).toEqual([43.241, 43.242, 43.243])
  expect(shownFix(c.table, 1)).toMatchObject({ at: noon, accuracy: 5 })

  const before = sent()
  clock.advance(1_000)
  expect(sent() - before, 'a heartbeat of each and no fix again').toBe(3 * 17)
})

test('NODE-5 all of a city told at once come to the other node, whatever their numbers, and who has gone does not', () => {
  const { clock, made } = nodes('a', 'b')
  const [a, b] = made as [(typeof made)[0], (typeof made)[0]]
  const nos = Array.from({ length: 3_000 }, (_, n) => (n < 40 ? n : 31 * n))
  for (const no of nos.toReversed()) {
    show(a.table, no, fixAt(noon, 43 + no / 1e6), 5)
    a.relay.note(no)
  }
  hide(a.table, 31)
  clock.advance(1_000)
  const there = [...b.table.live.at.subarray(0, b.table.live.size)].flatMap((at, no) => (at > 0 ? [no] : []))
  expect(there).toEqual(nos.filter((no) => no !== 31))
  for (const no of there) expect(latOf(b.table, no)).toBeCloseTo(43 + no / 1e6, 4)
})

test('NODE-6 the age of the relay is that of the node heard least lately, and grows when this node is deaf', () => {
  const { clock, deaf, made } = nodes('a', 'b', 'c')
  const [a, b, c] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]]
  expect(a.relay.age(), 'nobody has been heard yet').toBeGreaterThan(3_000)
  clock.advance(1_000)
  expect(a.relay.age()).toBe(0)
  c.relay.stop()
  clock.advance(5_000)
  expect([a.relay.age(), b.relay.age()]).toEqual([5_000, 5_000])
  deaf.add('a')
  clock.advance(2_000)
  expect(a.relay.age()).toBe(7_000)
})
