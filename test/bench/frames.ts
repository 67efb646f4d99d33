import { startFrames } from '../../server/positions/frames.ts'
import { makeHotTable, show } from '../../server/positions/hot-table.ts'
import type { FrameSink } from '../../server/positions/positions.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import { makeLiveTable } from '../../shared/positions/live-table.ts'
import { decodeFrame } from '../../shared/wire/decode-frame.ts'
import { given, noon } from '../kit/given-when-then.ts'
import { onShift, registered } from '../kit/past.ts'
import { virtualClock } from '../kit/virtual-clock.ts'
import { type Bench, chance, cityPlace, measured } from './kit.ts'

const duty: Viewer = {
  kind: 'staff',
  account: 'duty',
  police: true,
  grants: [{ role: 'duty-officer', regions: ['almaty'], operations: [] }],
}
const city = { south: 43.1, west: 76.7, north: 43.4, east: 77.2, zoom: 16 }
const country = { south: 40, west: 46, north: 56, east: 88, zoom: 5 }
const keyframeEvery = 60_000

/** A fifth of the people walk, the others stand with a trembling GPS; everybody reports every five seconds. */
function crowd(count: number) {
  const random = chance(21)
  const people = Array.from({ length: count }, (_, no) => ({
    ...cityPlace(random),
    ...{
      no,
      heading: random() * 360,
      speed: no % 5 === 0 ? 1 + random() : 0,
      phase: Math.floor(random() * 20),
    },
  }))
  return (
    tick: number,
    report: (no: number, at: { lat: number; lng: number; heading: number; speed: number }) => void,
  ) => {
    for (const one of people) {
      if (tick % 20 !== one.phase) continue
      one.heading = (one.heading + (random() - 0.5) * 30 + 360) % 360
      const metres = one.speed * 5 + (random() - 0.5) * 2
      one.lat += (metres * Math.cos((one.heading * Math.PI) / 180)) / 111_195
      one.lng += (metres * Math.sin((one.heading * Math.PI) / 180)) / 81_000
      report(one.no, one)
    }
  }
}

export const bench: Bench = async function* ({ quick }) {
  const count = quick ? 5_000 : 20_000
  const ids = Array.from({ length: count }, (_, n) => `a${n}`)
  const { board } = given(...ids.flatMap((id) => [registered(id), onShift('assistant', id)]))
  const clock = virtualClock(noon)
  const hot = makeHotTable()
  const walk = crowd(count)
  const frames = startFrames(board, hot, clock)
  const views = { city, country }
  const seen = Object.fromEntries(
    Object.entries(views).map(([name, view]) => {
      const counts = { bytes: 0, fixes: 0, free: true, table: makeLiveTable(), frames: [] as Uint8Array[] }
      const sink: FrameSink = {
        ...{ audience: 'desk', viewer: duty, view },
        writable: () => counts.free,
        send(bytes) {
          counts.bytes += bytes.length
          counts.fixes += decodeFrame(bytes, counts.table)?.changed.length ?? Number.NaN
          counts.frames.push(bytes)
        },
      }
      frames.connect(sink)
      return [name, counts]
    }),
  ) as Record<
    keyof typeof views,
    {
      bytes: number
      fixes: number
      free: boolean
      table: ReturnType<typeof makeLiveTable>
      frames: Uint8Array[]
    }
  >

  // The peer: every fix as an event of socket.io, `42` and JSON.
  let json = 0
  let reports = 0
  const ticks = (quick ? 20 : 60) * 4
  for (let tick = 0; tick < ticks + 2; tick++) {
    if (tick < ticks)
      walk(tick, (no, { lat, lng, heading, speed }) => {
        show(hot, no, { at: clock.now(), lat, lng, accuracy: 4 + (no % 12), heading, speed }, 5)
        reports++
        const event = { no, at: clock.now(), lat: Number(lat.toFixed(5)), lng: Number(lng.toFixed(5)) }
        const data = [
          'fix',
          {
            ...event,
            accuracy: 4 + (no % 12),
            heading: Math.round(heading),
            speed: Number(speed.toFixed(1)),
          },
        ]
        if (reports % 50 === 0) json += 50 * `42${JSON.stringify(data)}`.length
      })
    // A desk that misses a frame a minute gets a keyframe.
    for (const counts of Object.values(seen)) counts.free = (tick * 250) % keyframeEvery !== keyframeEvery / 2
    clock.advance(250)
  }
  frames.stop()

  const pixel = 360 / 256 / 2 ** city.zoom
  const lost = ids.filter(
    (_, no) =>
      Math.abs((seen.city.table.lat[no] as number) - (hot.live.lat[no] as number)) > pixel ||
      Math.abs((seen.city.table.lng[no] as number) - (hot.live.lng[no] as number)) > pixel,
  ).length
  const wrong = lost > 0 ? `${lost} of ${count} stand elsewhere` : null
  yield measured({
    case: `${count} people, every fix in view with accuracy, heading, speed and age, keyframes included`,
    ...{ ours: seen.city.bytes / seen.city.fixes, peer: json / reports, better: 'lower' },
    unit: 'B per fix shown (peer: JSON event of socket.io)',
    goal: 'P3: at most 3.5 B',
    met: (_, bytes) => bytes <= 3.5,
    wrong,
  })
  yield measured({
    case: `the same city from the whole country, a tick`,
    ...{ ours: seen.country.bytes / ticks, peer: seen.city.bytes / ticks, better: 'lower' },
    unit: 'B per tick (peer: the same desk zoomed in)',
    goal: 'P3: bytes for what moved a pixel, not for what moved',
    met: (ratio) => ratio >= 2,
  })
}
