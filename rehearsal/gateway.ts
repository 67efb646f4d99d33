import { parseArgs } from 'node:util'
import { io } from 'socket.io-client'
import { cityOf } from '../shared/city/city.ts'
import { randomFrom } from '../shared/city/random.ts'
import { junctionAt } from '../shared/city/street-graph.ts'
import { makeLiveTable, reserve } from '../shared/positions/live-table.ts'
import { makeByteWriter } from '../shared/wire/column.ts'
import type { FixesAnswer } from '../shared/wire/fixes.ts'
import { encodeBatch, type GatewayWelcome, mostBatchFixes } from '../shared/wire/gateway.ts'
import { wireVersion } from '../shared/wire/version.ts'
import { count, noCounts } from './counts.ts'
import { ask, endWithParent } from './parent.ts'
import { intervals, makeStroll } from './stroll.ts'
import { makeTold } from './told.ts'
import { makeWalker, near, type Walker } from './walker.ts'

/**
 * A radio network's location server: whoever has no phone of his own in this rehearsal walks the city here, and one
 * connection tells where they all are.
 */
const { values } = parseArgs({
  options: {
    address: { type: 'string', default: '' },
    seed: { type: 'string', default: '7' },
    speed: { type: 'string', default: '1' },
    follow: { type: 'string', default: '0' },
  },
})
const seed = Number(values.seed)
const speed = Number(values.speed)
const { token, without } = await ask<{ token: string; without: string[] }>({})
const counts = noCounts()
const told = makeTold(Number(values.follow))
const city = cityOf(seed)

const socket = io(`${values.address}/gateway`, { transports: ['websocket'], auth: { token } })
await new Promise<void>((done) => socket.once('connect', () => done()))
const welcome: GatewayWelcome = await socket.emitWithAck('hello', { version: wireVersion })

interface Stroller {
  no: number
  kind: 'assistant' | 'unit'
  walker: Walker
  stroll(now: number): void
  nextFix: number
}
const others = new Set(without)
const strollers: Stroller[] = welcome.carriers.filter(({ id }) => !others.has(id)).map(makeStroller)
function makeStroller({ no, kind }: GatewayWelcome['carriers'][number]): Stroller {
  const random = randomFrom(seed * 10_007 + no)
  const junction = Math.floor(random() * city.graph.lat.length)
  const home = near(junctionAt(city.graph, junction), 40, random)
  const walker = makeWalker(city, home)
  const nextFix = Date.now() + intervals[kind] * 1000 * random()
  return { no, kind, walker, stroll: makeStroll(walker, home, kind, random), nextFix }
}

/** Each moves once a second; of those a part at a time. */
const turns = 5
const noise = randomFrom(seed)
const table = makeLiveTable()
const fresh = new Set<number>()
const writer = makeByteWriter()
let turn = 0
let tick = 0
let sending = false

const living = setInterval(() => {
  turn = (turn + 1) % turns
  const now = Date.now()
  for (let n = turn; n < strollers.length; n += turns) {
    const { no, kind, walker, stroll, nextFix } = strollers[n] as Stroller
    stroll(now)
    const metresPerSecond = kind === 'unit' ? 8 : 1.35
    walker.move(metresPerSecond * speed)
    if (now < nextFix) continue
    ;(strollers[n] as Stroller).nextFix = now + intervals[kind] * 1000 * (0.9 + 0.2 * noise())
    reserve(table, no)
    const accuracy = 4 + 8 * noise()
    const at = near(walker.at, accuracy / 3, noise)
    // A batch tells places to a metre.
    const [lat, lng] = [toGrid(at.lat), toGrid(at.lng)]
    const motion = { speed: walker.moving ? metresPerSecond : 0, heading: walker.heading }
    put(no, { at: now, lat, lng, accuracy, ...motion })
    told.note(no, now, lat, lng)
    fresh.add(no)
  }
  if (!sending) void send()
}, 1000 / turns)

function put(no: number, fix: Record<'at' | 'lat' | 'lng' | 'accuracy' | 'speed' | 'heading', number>): void {
  for (const [column, value] of Object.entries(fix)) table[column as keyof typeof fix][no] = value
}

const toGrid = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** Until nothing is left; whoever reports again meanwhile is sent once, newest place. */
async function send(): Promise<void> {
  sending = true
  while (fresh.size > 0 && socket.connected) {
    const nos = [...fresh].sort((a, b) => a - b).slice(0, mostBatchFixes)
    for (const no of nos) fresh.delete(no)
    const bytes = encodeBatch(table, nos, { tick: ++tick, at: Date.now() }, writer)
    counts.fixes += nos.length
    try {
      const answer: FixesAnswer = await socket.timeout(10_000).emitWithAck('batch', bytes)
      if (!answer.ok) count(counts.dropped, { [answer.code]: nos.length })
      else {
        counts.accepted += answer.accepted
        count(counts.dropped, answer.dropped)
      }
    } catch {
      counts.unanswered++
    }
  }
  sending = false
}

process.send?.({ up: strollers.length })
const telling = setInterval(() => process.send?.({ told: told.lately() }), 50)
process.on('message', (message: { halt?: true; report?: true }) => {
  if (message.halt) clearInterval(living)
  if (message.report) process.send?.({ report: { counts, all: told.all() } })
})
endWithParent(() => {
  clearInterval(living)
  clearInterval(telling)
  socket.disconnect()
})
