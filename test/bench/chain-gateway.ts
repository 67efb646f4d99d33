import { io } from 'socket.io-client'
import { count, noCounts } from '../../rehearsal/counts.ts'
import { ask, endWithParent } from '../../rehearsal/parent.ts'
import { makeTold } from '../../rehearsal/told.ts'
import { makeByteWriter } from '../../shared/wire/column.ts'
import type { FixesAnswer } from '../../shared/wire/fixes.ts'
import { encodeBatch, type GatewayWelcome, mostBatchFixes } from '../../shared/wire/gateway.ts'
import { wireVersion } from '../../shared/wire/version.ts'
import { makeCrowd } from './chain-crowd.ts'

/** The gateway of the bench `chain`: everybody without a phone in turn, batch after batch. */
const [address = ''] = process.argv.slice(2)
const { token, without, follow } = await ask<{ token: string; without: string[]; follow: number }>({})
const counts = noCounts()
const told = makeTold(follow)
const socket = io(`${address}/gateway`, { transports: ['websocket'], auth: { token } })
await new Promise<void>((done) => socket.once('connect', () => done()))
const welcome: GatewayWelcome = await socket.emitWithAck('hello', { version: wireVersion })
const others = new Set(without)
const nos = welcome.carriers
  .filter(({ id }) => !others.has(id))
  .map(({ no }) => no)
  .sort((a, b) => a - b)
const crowd = makeCrowd(nos, 5)
const writer = makeByteWriter()
let next = 0
let tick = 0
let rate = 0
let began = 0
let due = 0
let sending = false

/** Nobody twice in a batch; what the server did not let through is not made up for. */
async function send(): Promise<void> {
  if (sending || rate === 0) return
  const wanted = Math.floor(((performance.now() - began) * rate) / 1000)
  const size = Math.min(wanted - due, mostBatchFixes, nos.length)
  due = wanted
  if (size <= 0) return
  sending = true
  const batch = Array.from({ length: size }, (_, i) => nos[(next + i) % nos.length] as number)
  next = (next + size) % nos.length
  batch.sort((a, b) => a - b)
  const now = Date.now()
  for (const no of batch) {
    crowd.walk(no, now)
    told.note(no, now, crowd.table.lat[no] as number, crowd.table.lng[no] as number)
  }
  counts.fixes += size
  const bytes = encodeBatch(crowd.table, batch, { tick: ++tick, at: now }, writer)
  const answer: FixesAnswer = await socket.emitWithAck('batch', bytes)
  if (answer.ok) {
    counts.accepted += answer.accepted
    count(counts.dropped, answer.dropped)
  } else count(counts.dropped, { [answer.code]: size })
  sending = false
}

/** A gateway may send 100 batches in ten seconds. */
const living = setInterval(() => void send(), 125)
const telling = setInterval(() => process.send?.({ told: told.lately() }), 50)
process.on('message', (message: { rate?: number; report?: true }) => {
  if (message.rate !== undefined) {
    rate = message.rate
    began = performance.now()
    due = 0
  }
  if (message.report) process.send?.({ report: { counts, all: told.all() } })
})
endWithParent(() => {
  clearInterval(living)
  clearInterval(telling)
  socket.disconnect()
})
process.send?.({ up: nos.length })
