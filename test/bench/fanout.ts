import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Server } from 'socket.io'
import { type WebSocket, WebSocketServer } from 'ws'
import { systemClock } from '../../server/ports/clock.ts'
import { startFrames } from '../../server/positions/frames.ts'
import { makeHotTable, show } from '../../server/positions/hot-table.ts'
import { sendFrame, takesFrame } from '../../server/transport/frame-sink.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import { given } from '../kit/given-when-then.ts'
import { onShift, registered } from '../kit/past.ts'
import { type Bench, chance, cityPlace, interleaved, measured } from './kit.ts'

const duty: Viewer = {
  kind: 'staff',
  account: 'duty',
  police: true,
  grants: [{ role: 'duty-officer', regions: ['almaty'], operations: [] }],
}
const view = { south: 43.1, west: 76.7, north: 43.4, east: 77.2, zoom: 14 }
const pixel = 360 / 256 / 2 ** view.zoom
const desks = 50
const people = 5_000
const everyMs = 10

interface Told {
  events: number[]
  places: { lat: number[]; lng: number[] }[]
}

/** CPU of the server's process, CPU-s per million fixes; the dashboards are a process of their own. */
async function cost(
  way: 'frames' | 'ws' | 'events' | 'none',
  rate: number,
  ms: number,
  lost: (n: number) => void,
) {
  const { board } = given(
    ...Array.from({ length: people }, (_, n) => [registered(`a${n}`), onShift('assistant', `a${n}`)]).flat(),
  )
  // Booked on now, not at the kit's noon.
  const hot = makeHotTable()
  const random = chance(3)
  const at = Array.from({ length: people }, () => cityPlace(random))
  const http = createServer()
  const io = way === 'frames' || way === 'events' ? new Server(http, { transports: ['websocket'] }) : null
  const bare = way === 'ws' ? new WebSocketServer({ server: http, perMessageDeflate: false }) : null
  const frames = startFrames(board, hot, systemClock)
  const base = { audience: 'desk', viewer: duty, view }
  io?.on('connection', (socket) => {
    const writable = () => takesFrame(socket)
    if (way === 'frames') frames.connect({ ...base, writable, send: (bytes) => sendFrame(socket, bytes) })
  })
  // One sink encodes, its bytes go to all: as bare as can be.
  if (bare) {
    const send = (bytes: Uint8Array) => {
      for (const socket of bare.clients as Set<WebSocket>) socket.send(bytes)
    }
    frames.connect({ ...base, writable: () => true, send })
  }
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const child = fork(join(import.meta.dirname, 'fanout-desks.ts'), [
    url,
    way,
    String(way === 'none' ? 0 : desks),
  ])
  await once(child, 'message')

  let no = 0
  let fixes = 0
  const began = performance.now()
  const cpu = process.cpuUsage()
  while (performance.now() - began < ms) {
    const due = Math.floor(((performance.now() - began) * rate) / 1000)
    for (; fixes < due; fixes++) {
      no = (no + 1) % people
      const one = at[no] as (typeof at)[0]
      one.lat += (random() - 0.5) * 2e-4
      one.lng += (random() - 0.5) * 2e-4
      const fix = { at: Date.now(), lat: one.lat, lng: one.lng, accuracy: 5, heading: 90, speed: 1.4 }
      show(hot, no, fix, 5)
      if (way === 'events') io?.emit('fix', { no, ...fix })
    }
    await wait(everyMs)
  }
  const { user, system } = process.cpuUsage(cpu)
  // Two ticks after the last fix everybody must stand where they are.
  await wait(600)
  child.send('how many')
  const [told] = (await once(child, 'message')) as [Told]
  if (way === 'frames')
    for (const { lat, lng } of told.places)
      lost(
        at.filter(
          (one, n) =>
            hot.live.at[n] &&
            !(Math.abs((lat[n] ?? 99) - one.lat) <= pixel && Math.abs((lng[n] ?? 99) - one.lng) <= pixel),
        ).length,
      )
  if (way === 'events') lost(told.events.reduce((sum, events) => sum + fixes - events, 0))
  frames.stop()
  await io?.close()
  bare?.close()
  http.close()
  http.closeAllConnections()
  return (user + system) / fixes
}

export const bench: Bench = async function* ({ quick }) {
  const rate = 10_000
  const ms = quick ? 1500 : 8000
  let lost = 0
  let lostEvents = 0
  const note = (n: number) => {
    lost += n
  }
  const slow = 500
  const figures = await interleaved(quick ? 1 : 3, {
    ours: () => cost('frames', rate, ms, note),
    ws: () => cost('ws', rate, ms, note),
    none: () => cost('none', rate, ms, note),
    // As many as one process can carry, so that none wait.
    events: () =>
      cost('events', slow, ms, (n) => {
        lostEvents += n
      }),
  })
  const net = (value: number) => Math.max(1e-3, value - figures.none)
  const wrong = lost > 0 ? `${lost} positions lost` : null
  const unit = 'CPU-s per million fixes, the making of the fixes taken off'
  yield measured({
    case: `${desks} dashboards, ${rate} fixes/s, against io.emit per fix (at ${slow}/s, ${lostEvents} lost)`,
    ...{ ours: net(figures.ours), peer: net(figures.events), unit, better: 'lower' },
    goal: 'P1: at least 200× less CPU than io.emit per fix',
    met: (ratio) => ratio >= 200,
    wrong,
  })
  yield measured({
    case: `${desks} dashboards, ${rate} fixes/s, against a bare ws broadcast of the same frames`,
    ...{ ours: net(figures.ours), peer: net(figures.ws), unit, better: 'lower' },
    goal: 'P1: at most 1.5× the bare broadcast',
    met: (ratio) => ratio >= 1 / 1.5,
    wrong,
  })
  yield measured({
    case: `positions not within a pixel on one of ${desks} dashboards two ticks after the last fix`,
    ...{ ours: lost, unit: 'positions', better: 'lower' },
    goal: 'P2: none lost',
    met: (_, count) => count === 0,
  })
}
