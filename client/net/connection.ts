import { io, type Socket } from 'socket.io-client'
import type { CommandEnvelope } from '../../shared/board/commands.ts'
import { type CloseReason, type Closing, closeReasons } from '../../shared/wire/closing.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import type { EntitySnapshot, EventsEnvelope } from '../../shared/wire/events.ts'
import type { FixesAnswer, FixesMessage } from '../../shared/wire/fixes.ts'
import type { Welcome } from '../../shared/wire/hello.ts'
import type { ReadAnswer, ReadKind, ReadQuestion } from '../../shared/wire/read.ts'
import type { ClientToServer, ServerToClient } from '../../shared/wire/socket-events.ts'
import { wireVersion } from '../../shared/wire/version.ts'
import type { View } from '../../shared/wire/view.ts'
import { unpackBoard } from '../../shared/wire/whole-board.ts'
import { now, setClockAhead } from '../ui/clock.ts'
import { type Link, linkLevel, mapLimits, quietLimits } from './link.ts'

/** Who takes what the server sends; `cursor` is how far it has folded, asked at every new greeting. */
export interface Sink {
  cursor(): { cursor: number; epoch: string }
  /** With the board that its events go on from, where it brought one. */
  welcome(welcome: Welcome, whole: EntitySnapshot[]): void
  events(envelope: EventsEnvelope): void
  /** False: it could not be used, a whole one is needed. */
  frame(bytes: Uint8Array): boolean
  /** The server ended the connection for good: it does not come back by itself. */
  closed(reason: CloseReason): void
}

export interface ConnectOptions {
  /** `/` for staff (by cookie), `/field` for a device (by token). */
  namespace: '/' | '/field'
  token?: string
  sink: Sink
  /** The server's address; the page's own by default. */
  origin?: string
}

export interface Connection {
  /**
   * Gives a command, and again under the same id until it is answered or `patience` milliseconds are over. Then
   * `link.down` means that it was never sent, `link.no-answer` that it may have been carried out.
   */
  command(envelope: CommandEnvelope, patience?: number): Promise<CommandAnswer>
  /** One question, no retry; `link.down` or `link.no-answer` when nothing came back. */
  read<Kind extends ReadKind>(question: ReadQuestion & { kind: Kind }): Promise<ReadAnswer<Kind>>
  /** What the map shows; kept and said again after every cut. */
  view(view: View): void
  fixes(message: FixesMessage): Promise<FixesAnswer>
  link(): Link
  onLink(listener: (link: Link) => void): () => void
  /** Milliseconds since the last heartbeat. */
  silentFor(): number
  /** Tries at once, instead of when the next attempt is due. */
  retry(): void
  close(): void
}

const answerWithin = 5_000
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** The refusals after which the same command is worth asking again: the store or the node could not say. */
const askAgain = new Set(['store.unavailable', 'server.failed', 'command.busy', 'wire.hello-first'])

/**
 * The only place that speaks to the socket. Nothing is ever emitted before the greeting of the connection at hand, so
 * socket.io has nothing of ours to send late.
 */
export function connect({ namespace, token, sink, origin = '' }: ConnectOptions): Connection {
  const socket: Socket<ServerToClient, ClientToServer> = io(`${origin}${namespace}`, {
    path: '/socket.io',
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 5_000,
    timeout: 8_000,
    ...(token !== undefined && { auth: { token } }),
  })
  let heardAt = performance.now()
  let packetAt = heardAt
  let greeted = false
  let everUp = false
  let over = false
  let shown: View | undefined
  let early: EventsEnvelope[] = []
  let wholeAskedAt = Number.NEGATIVE_INFINITY
  let link: Link = { up: false, level: 'late', lastGood: 0 }
  const linkListeners = new Set<(link: Link) => void>()
  const waiting = new Set<() => void>()

  const silentFor = () => performance.now() - heardAt
  /** A map's heartbeat is the frame, sent each tick while it shows something; else anything is, pings included. */
  const byFrames = () => namespace === '/' && !!shown

  function showLink(): void {
    const level = linkLevel(greeted, silentFor(), byFrames() ? mapLimits : quietLimits)
    if (level === link.level && greeted === link.up) return
    link = { up: greeted, level, lastGood: everUp ? now() - silentFor() : 0 }
    for (const listener of linkListeners) listener(link)
  }

  function heard(frame = false): void {
    packetAt = performance.now()
    if (frame || !byFrames()) heardAt = packetAt
    if (link.level !== 'live') showLink()
  }

  const send = async <A>(
    emit: (timed: ReturnType<typeof socket.timeout>) => Promise<unknown>,
  ): Promise<A | null> => {
    const sentAt = performance.now()
    try {
      const answer = (await emit(socket.timeout(answerWithin))) as A
      heard()
      return answer
    } catch {
      // Nothing at all since then: the socket is dead and does not know it yet.
      if (socket.connected && packetAt < sentAt) socket.io.engine.close()
      return null
    }
  }

  async function greet(): Promise<void> {
    const connection = socket.id
    const askedAt = performance.now()
    const answer = await send<Welcome | { ok: false; code: string }>((timed) =>
      timed.emitWithAck('hello', { version: wireVersion, ...sink.cursor() }),
    )
    if (socket.id !== connection || over) return
    if (!answer?.ok) return anew(connection)
    setClockAhead(answer.now + (performance.now() - askedAt) / 2 - Date.now())
    const whole = answer.whole ? await unpackBoard(new Uint8Array(answer.whole)).catch(() => null) : []
    if (socket.id !== connection || over) return
    if (whole === null) return anew(connection)
    sink.welcome(answer, whole)
    for (const envelope of early) sink.events(envelope)
    early = []
    greeted = true
    everUp = true
    heard(true)
    showLink()
    if (shown !== undefined) socket.emit('view', shown)
    for (const wake of waiting) wake()
  }

  /** After a greeting that came to nothing. */
  async function anew(connection: string | undefined): Promise<void> {
    await pause(2_000)
    if (socket.id === connection && !over) socket.io.engine.close()
  }

  function lose(): void {
    greeted = false
    early = []
    showLink()
  }

  function end(reason: CloseReason): void {
    if (over) return
    close()
    sink.closed(reason)
  }

  function close(): void {
    over = true
    clearInterval(watch)
    socket.disconnect()
    lose()
    for (const wake of waiting) wake()
  }

  async function comeBack(): Promise<void> {
    await pause(500 + Math.random() * 1_000)
    if (!over) socket.connect()
  }

  socket.on('connect', () => void greet())
  socket.on('events', (envelope) => {
    heard()
    if (greeted) sink.events(envelope)
    else early.push(envelope)
  })
  socket.on('frame', (bytes) => {
    heard(true)
    if (!greeted || sink.frame(new Uint8Array(bytes)) || wholeAskedAt > performance.now() - 1_000) return
    wholeAskedAt = performance.now()
    socket.emit('view', shown ?? null)
  })
  socket.on('closing', ({ reason }: Closing) => {
    if (closeReasons[reason]?.reconnect === false) end(reason)
  })
  socket.on('disconnect', (why) => {
    lose()
    if (why === 'io server disconnect') void comeBack()
  })
  socket.on('connect_error', (error) => {
    if (error.message === 'unauthenticated') end(namespace === '/' ? 'session-ended' : 'device-revoked')
    else if (!socket.active) void comeBack()
  })
  socket.io.on('ping', () => heard())
  const watch = setInterval(showLink, 500)

  /** Resolves when greeted; false when `ms` went by or the connection is over. */
  function ready(ms: number): Promise<boolean> {
    if (greeted || over || ms <= 0) return Promise.resolve(greeted)
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        waiting.delete(wake)
        resolve(greeted)
      }
      const timer = setTimeout(wake, ms)
      waiting.add(wake)
    })
  }

  async function command(envelope: CommandEnvelope, patience = 15_000): Promise<CommandAnswer> {
    const until = performance.now() + patience
    let sent = false
    while (!over && (await ready(until - performance.now()))) {
      sent = true
      const answer = await send<CommandAnswer>((timed) => timed.emitWithAck('command', envelope))
      if (answer && (answer.ok || !askAgain.has(answer.code))) return answer
      if (performance.now() >= until) break
      await pause(300)
    }
    return { ok: false, code: sent ? 'link.no-answer' : 'link.down' }
  }

  return {
    command,
    async read<Kind extends ReadKind>(question: ReadQuestion & { kind: Kind }) {
      if (!(await ready(answerWithin))) return { ok: false, code: 'link.down' }
      const answer = await send<ReadAnswer<Kind>>((timed) => timed.emitWithAck('read', question))
      return answer ?? { ok: false, code: 'link.no-answer' }
    },
    view(view) {
      // The first frame has a whole span to come.
      if (view && !shown) heardAt = performance.now()
      shown = view
      if (greeted) socket.emit('view', view)
    },
    async fixes(message) {
      if (!greeted) return { ok: false, code: 'link.down' }
      const answer = await send<FixesAnswer>((timed) => timed.emitWithAck('fixes', message))
      return answer ?? { ok: false, code: 'link.no-answer' }
    },
    link: () => link,
    onLink(listener) {
      linkListeners.add(listener)
      return () => linkListeners.delete(listener)
    },
    silentFor,
    retry() {
      if (over || greeted) return
      socket.disconnect()
      socket.connect()
    },
    close,
  }
}
