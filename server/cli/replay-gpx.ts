import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { io } from 'socket.io-client'
import type { Fix } from '../../shared/kernel/fix.ts'
import { isRefusal, refuse } from '../../shared/kernel/refusal.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import type { FixesAnswer } from '../../shared/wire/fixes.ts'
import type { Welcome } from '../../shared/wire/hello.ts'
import { wireVersion } from '../../shared/wire/version.ts'
import { readGpx } from '../imports/gpx.ts'
import { fileLimit } from '../imports/xml.ts'

export interface Replay {
  file: string
  /** The call sign the token must belong to, so that nobody walks as somebody else by mistake. */
  as: string
  token?: string
  code?: string
  server: string
  /** Times as fast as recorded. */
  speed: number
}

/** Seconds between fixes as a phone announces them; denser points of the recording travel together. */
const interval = 5
/** Milliseconds between messages at least: a fast replay of a dense track must not run into the server's limit. */
const quiet = 250

/** Walks a recording as a phone does: signs in, books on, sends its fixes when they are due. Throws with a sentence. */
export async function replayGpx(replay: Replay, say: (line: string) => void): Promise<void> {
  // Not even opened: a file of gigabytes would take the memory before it could be refused.
  const tooBig = (await stat(replay.file)).size > fileLimit ? refuse('gpx.too-big') : null
  const track = tooBig ?? readGpx(await readFile(replay.file, 'utf8'))
  if (isRefusal(track)) throw new Error(`${replay.file} cannot be replayed: ${track.code}.`)
  const token = replay.token ?? (await enrol(replay.server, replay.code ?? ''))
  const socket = io(`${replay.server}/field`, { transports: ['websocket'], auth: { token } })
  try {
    await connected(socket)
    const welcome: Welcome = await socket
      .timeout(10_000)
      .emitWithAck('hello', { version: wireVersion, cursor: 0, epoch: '' })
    if (!welcome.ok || welcome.me.kind === 'staff') throw new Error('The server did not accept this device.')
    const { me } = welcome
    const self = welcome.events.appear.find(({ entity }) => entity.id === me.id)?.entity
    if (!self || !('callSign' in self) || self.callSign !== replay.as)
      throw new Error(`This token does not belong to ${replay.as}.`)
    if (!bookedOn(self.shift)) {
      const who = { kind: me.kind, id: me.id }
      const booked: CommandAnswer = await socket
        .timeout(10_000)
        .emitWithAck('command', { id: randomUUID(), type: 'BookOn', body: { who } })
      if (!booked.ok) throw new Error(`${replay.as} cannot book on: ${booked.code}.`)
      say(`${replay.as} is on duty.`)
    }
    await walk(track.points, replay.speed, (fixes) =>
      socket.timeout(10_000).emitWithAck('fixes', { sentAt: Date.now(), interval, fixes }),
    )
    say(`${track.points.length} fixes of ${replay.file} were sent as ${replay.as}.`)
  } finally {
    socket.disconnect()
  }
}

async function walk(
  points: Fix[],
  speed: number,
  send: (fixes: Fix[]) => Promise<FixesAnswer>,
): Promise<void> {
  const first = points[0]
  if (!first) return
  const began = Date.now()
  const dueAt = (point: Fix) => began + (point.at - first.at) / speed
  let next = 0
  while (next < points.length) {
    await wait(Math.max(quiet, dueAt(points[next] as Fix) - Date.now()))
    const due: Fix[] = []
    while (next < points.length && due.length < 500 && dueAt(points[next] as Fix) <= Date.now()) {
      const point = points[next++] as Fix
      due.push({ ...point, at: Math.round(dueAt(point)) })
    }
    // A timer may fire a little early; a message without fixes is none.
    if (due.length === 0) continue
    const answer = await send(due)
    if (!answer.ok) throw new Error(`The server refused the fixes: ${answer.code}.`)
  }
}

async function enrol(server: string, code: string): Promise<string> {
  const response = await fetch(`${server}/api/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  const body = (await response.json()) as { token?: string; code?: string }
  if (!body.token) throw new Error(`The code was not accepted: ${body.code}.`)
  return body.token
}

function connected(socket: ReturnType<typeof io>): Promise<void> {
  return new Promise((done, fail) => {
    socket.once('connect', done)
    socket.once('connect_error', (error) =>
      fail(new Error(`The server did not let this device in: ${error.message}.`)),
    )
  })
}
