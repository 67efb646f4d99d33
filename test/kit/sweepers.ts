import { expect } from 'vitest'
import { systemClock } from '../../server/ports/clock.ts'
import { distance } from '../../shared/geo/distance.ts'
import type { LatLng, Ring } from '../../shared/geo/lat-lng.ts'
import { planeAt, toLatLng, toMetres } from '../../shared/geo/plane.ts'
import { planLanes, type SweepLine } from '../../shared/search-theory/lanes.ts'
import type { Connected } from './connect.ts'

/** A clock that runs with the machine's and is put forward: an hour of searching takes a second. */
export function hastyClock() {
  let ahead = 0
  return {
    ...systemClock,
    now: () => systemClock.now() + ahead,
    forward(ms: number) {
      ahead += ms
    },
  }
}

export interface Sweeper {
  phone: Pick<Connected, 'ask'>
  way: readonly LatLng[]
}

/** Metres a second of somebody who looks around. */
const pace = 1.2
const fixEvery = 5
const messageEvery = 60

/** All walk their ways side by side to the end, each phone sending a minute of fixes at a time. */
export async function walk(clock: ReturnType<typeof hastyClock>, sweepers: readonly Sweeper[]) {
  const longest = Math.max(...sweepers.map(({ way }) => lengthOf(way)))
  for (let second = 0; second * pace < longest; second += messageEvery) {
    clock.forward(messageEvery * 1_000)
    const sentAt = clock.now()
    for (const { phone, way } of sweepers) {
      const fixes = Array.from({ length: messageEvery / fixEvery }, (_, n) => {
        const since = (n + 1) * fixEvery
        const at = sentAt - (messageEvery - since) * 1_000
        return { ...pointAt(way, (second + since) * pace), at, accuracy: 3 }
      })
      expect(await phone.ask('fixes', { sentAt, interval: fixEvery, fixes })).toMatchObject({ ok: true })
    }
  }
}

/** What one searcher walks instead of a lane; `aside`: the lane so many metres towards where the line came from. */
export type Fault = (aside: (metres: number) => [LatLng, LatLng]) => LatLng[]

/** The lanes of one searcher of a line, pass by pass, with what that person does otherwise. */
export function ownWay(
  ring: Ring,
  line: SweepLine,
  people: number,
  searcher: number,
  faults: Readonly<Record<number, Fault>> = {},
): LatLng[] {
  return planLanes(ring, line, people)
    .lanes.filter((lane) => lane.searcher === searcher)
    .flatMap(({ pass, parts }) => parts.flatMap((part) => faults[pass]?.(aside(part, line)) ?? part))
}

const aside =
  ([from, to]: [LatLng, LatLng], { bearing, from: side }: SweepLine) =>
  (metres: number): [LatLng, LatLng] => {
    const back = ((bearing + (side === 'left' ? 270 : 90)) * Math.PI) / 180
    const moved = (at: LatLng) =>
      toLatLng(planeAt(at), { x: metres * Math.sin(back), y: metres * Math.cos(back) })
    return [moved(from), moved(to)]
  }

const lengthOf = (way: readonly LatLng[]) =>
  way.reduce((sum, at, i) => sum + distance(way[Math.max(0, i - 1)] ?? at, at), 0)

/** The point so many metres along a way; its end beyond that. */
function pointAt(way: readonly LatLng[], metres: number): LatLng {
  let left = metres
  for (let i = 1; i < way.length; i++) {
    const [a, b] = [way[i - 1] as LatLng, way[i] as LatLng]
    const step = distance(a, b)
    if (left <= step) {
      const plane = planeAt(a)
      const { x, y } = toMetres(plane, b)
      return toLatLng(plane, { x: (x * left) / step, y: (y * left) / step })
    }
    left -= step
  }
  return way.at(-1) as LatLng
}
