import { startFrames } from '../../server/positions/frames.ts'
import { makeHotTable, show } from '../../server/positions/hot-table.ts'
import type { FrameSink } from '../../server/positions/positions.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import { type LiveTable, makeLiveTable } from '../../shared/positions/live-table.ts'
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

/** One of `every` walks, the others stand with a trembling GPS; everybody reports every five seconds. */
function crowd(count: number, every: number) {
  const random = chance(21)
  const people = Array.from({ length: count }, (_, no) => ({
    ...cityPlace(random),
    ...{
      no,
      heading: random() * 360,
      speed: no % every === 0 ? 1 + random() : 0,
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

/** What a desk gets that misses a frame a minute, so that a keyframe comes next; another of its view misses none. */
function desk(view: NonNullable<FrameSink['view']>) {
  const counts = { bytes: 0, fixes: 0, keyframes: 0, free: true, table: makeLiveTable() }
  const steady: FrameSink = {
    ...{ audience: 'desk', viewer: duty, view },
    writable: () => true,
    send() {},
  }
  const sink: FrameSink = {
    ...steady,
    writable: () => counts.free,
    send(bytes) {
      counts.bytes += bytes.length
      const frame = decodeFrame(bytes, counts.table)
      counts.fixes += frame?.changed.length ?? Number.NaN
      if (frame?.keyframe) counts.keyframes++
    },
  }
  return { counts, sinks: [steady, sink] }
}

function watched(count: number, ticks: number, every: number) {
  const ids = Array.from({ length: count }, (_, n) => `a${n}`)
  const { board } = given(...ids.flatMap((id) => [registered(id), onShift('assistant', id)]))
  const clock = virtualClock(noon)
  const hot = makeHotTable()
  const walk = crowd(count, every)
  const frames = startFrames(board, hot, clock)
  const desks = { city: desk(city), country: desk(country) }
  for (const { sinks } of Object.values(desks)) for (const sink of sinks) frames.connect(sink)

  // The peer: every fix as an event of socket.io, `42` and JSON.
  let json = 0
  let reports = 0
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
    const missed = (tick * 250) % keyframeEvery === keyframeEvery / 4
    for (const { counts } of Object.values(desks)) counts.free = !missed
    clock.advance(250)
  }
  frames.stop()

  const told = (['city', 'country'] as const).map((name) => {
    const { table, keyframes } = desks[name].counts
    if (keyframes < 2) return `${name}: no keyframe was sent`
    const amiss = ids.filter((_, no) => differs(table, hot.live, no, name === 'city' ? city : country)).length
    return amiss > 0 ? `${name}: ${amiss} of ${count} are told otherwise` : null
  })
  const wrong = told.find((one) => one !== null) ?? null
  return { city: desks.city.counts, country: desks.country.counts, json: json / reports, wrong }
}

/** Whether a desk is told something else than it should know: to its pixel, and to the age at which a fix is sent again. */
function differs(told: LiveTable, live: LiveTable, no: number, { zoom }: { zoom: number }): boolean {
  const pixel = 360 / 256 / 2 ** zoom
  const far = (column: 'lat' | 'lng' | 'at' | 'speed' | 'heading') =>
    Math.abs((told[column][no] as number) - (live[column][no] as number))
  const older = zoom === city.zoom ? 5_000 : 10_000
  if (!(far('lat') <= pixel && far('lng') <= pixel && far('at') <= older + 5_000 + 1_000)) return true
  const [said, is] = [told.accuracy[no] as number, live.accuracy[no] as number]
  if (!(2 * said >= is && said <= 2 * is + 1 && far('speed') <= 1.25)) return true
  // Who walks moves a pixel of the city at each fix, so the newest heading is told.
  const turn = far('heading') % 360
  return zoom === city.zoom && (live.speed[no] as number) > 0 && Math.min(turn, 360 - turn) > 3.01
}

export const bench: Bench = async function* ({ quick }) {
  const count = quick ? 5_000 : 20_000
  const ticks = (quick ? 20 : 60) * 4
  const fifth = watched(count, ticks, 5)
  yield measured({
    case: `${count} people, every fix in view with accuracy, heading, speed and age, keyframes included`,
    ...{ ours: fifth.city.bytes / fifth.city.fixes, peer: fifth.json, better: 'lower' },
    unit: 'B per fix shown (peer: JSON event of socket.io)',
    goal: 'P3: at most 3.5 B',
    met: (_, bytes) => bytes <= 3.5,
    wrong: fifth.wrong,
  })
  const all = watched(count, ticks, 1)
  const none = watched(count, ticks, Number.POSITIVE_INFINITY)
  yield measured({
    case: `the whole country, a city of which all walk, less than a pixel`,
    ...{ ours: all.country.bytes / ticks, peer: none.country.bytes / ticks, better: 'lower' },
    unit: 'B per tick (peer: nobody walks)',
    goal: 'P3: bytes for what moved a pixel, not for what moved: no more than a tenth more',
    met: (ratio) => ratio >= 1 / 1.1,
    wrong: all.wrong ?? none.wrong,
  })
  yield measured({
    case: `the whole country, a fifth walk`,
    ...{ ours: fifth.country.bytes / ticks, peer: fifth.city.bytes / ticks, better: 'lower' },
    unit: 'B per tick (peer: the same desk zoomed in)',
    wrong: fifth.wrong,
  })
}
