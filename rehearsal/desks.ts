import { parseArgs } from 'node:util'
import { io } from 'socket.io-client'
import { makeLiveTable } from '../shared/positions/live-table.ts'
import { decodeFrame } from '../shared/wire/decode-frame.ts'
import type { EventsEnvelope } from '../shared/wire/events.ts'
import type { Welcome } from '../shared/wire/hello.ts'
import { wireVersion } from '../shared/wire/version.ts'
import type { View } from '../shared/wire/view.ts'
import { noCounts } from './counts.ts'
import { makeDispatcher } from './dispatcher.ts'
import { addVerdict, type Memory, makeJudge, noVerdict, remember } from './judge.ts'
import { ask, endWithParent } from './parent.ts'

/** Desks that look at the map: each decodes every frame and compares what it shows with what the senders told. */
const { values } = parseArgs({ options: { address: { type: 'string', default: '' } } })
const address = values.address
const memory: Memory = new Map()
const figures = { frames: 0, bytes: 0, shown: 0, refused: 0, cuts: 0 }
const dispatched = { counts: noCounts(), alarms: new Set<string>() }

const { desks: wanted } = await ask<{ desks: DeskWanted[] }>({})
interface DeskWanted {
  cookie: string
  view: NonNullable<View>
  /** This desk also sends teams out, of these people and units. */
  sends?: string[]
}

const desks: Awaited<ReturnType<typeof openDesk>>[] = []
for (const one of wanted) desks.push(await openDesk(one))

async function openDesk({ cookie, view, sends }: DeskWanted) {
  const table = makeLiveTable()
  const judge = makeJudge(memory, view)
  const dispatcher = sends ? makeDispatcher(sends, table, dispatched) : null
  const socket = io(address, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie, origin: address },
  })
  socket.on('frame', (bytes: ArrayBuffer) => {
    figures.frames++
    figures.bytes += bytes.byteLength
    const frame = decodeFrame(new Uint8Array(bytes), table)
    if (!frame) {
      figures.refused++
      socket.emit('view', view)
      return
    }
    figures.shown += frame.changed.length
    judge.saw(frame, table, Date.now())
  })
  if (dispatcher) socket.on('events', (envelope: EventsEnvelope) => dispatcher.hear(envelope))
  socket.on('disconnect', () => {
    figures.cuts++
  })
  const greet = async () => {
    const welcome: Welcome = await socket.emitWithAck('hello', { version: wireVersion, cursor: 0, epoch: '' })
    if (!welcome.ok) throw new Error(`a desk was not let in: ${JSON.stringify(welcome)}`)
    await dispatcher?.welcome(welcome)
    await socket.emitWithAck('view', view)
  }
  await new Promise<void>((done, fail) => {
    socket.on('connect', () => void greet().then(done, fail))
    socket.on('connect_error', fail)
  })
  return { socket, table, judge, dispatcher }
}

process.send?.({ up: desks.length })
const judging = setInterval(() => {
  const now = Date.now()
  for (const { judge, table } of desks) judge.judge(table, now)
}, 1_000)
const sending = setInterval(() => {
  for (const { dispatcher, socket } of desks) void dispatcher?.live(socket)
}, 2_000)

process.on('message', (message: { told?: Float64Array; halt?: true; end?: Float64Array }) => {
  if (message.told) remember(memory, message.told)
  if (message.halt) {
    clearInterval(sending)
    clearInterval(judging)
  }
  if (!message.end) return
  const verdict = noVerdict()
  for (const { judge, table } of desks) {
    judge.end(table, message.end)
    addVerdict(verdict, judge.verdict)
  }
  process.send?.({ report: { verdict, figures, ...dispatched } })
})
endWithParent(() => {
  for (const { socket } of desks) socket.disconnect()
})
