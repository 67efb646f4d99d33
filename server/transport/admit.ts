import type { Namespace, Socket } from 'socket.io'
import type { CloseReason } from '../../shared/wire/closing.ts'
import type { ServerToClient } from '../../shared/wire/socket-events.ts'
import type { App } from '../app.ts'
import { StoreUnavailable } from '../ports/event-log.ts'
import { isTooSlow } from './frame-sink.ts'

export type Connection = Socket<Record<string, never>, ServerToClient>
type Answer = (answer: unknown) => void

/** What is answered with much; calls for help are not among it. */
const askingMuch: ReadonlySet<string> = new Set(['hello', 'read'])

interface Door<Who> {
  /** Null: not let in. */
  identify(socket: Connection): Promise<Who | null>
  /** Whose connection it is. */
  keyOf(who: Who): string
  /** Connections of one key; the oldest goes. */
  most: number
  enter(socket: Connection, who: Who): void
}

/** Lets in whom `identify` knows. */
export function admit<Who>(namespace: Namespace, { identify, keyOf, most, enter }: Door<Who>): void {
  const connections = new Map<string, Connection[]>()
  namespace.use((socket, next) => {
    identify(socket).then(
      (who) => {
        socket.data.who = who
        next(who ? undefined : new Error('unauthenticated'))
      },
      () => next(new Error('unavailable')),
    )
  })
  namespace.on('connection', (socket: Connection) => {
    const who = socket.data.who as Who
    const key = keyOf(who)
    const others = connections.get(key) ?? []
    connections.set(key, [...others, socket])
    if (others.length >= most) end(others[0] as Connection, 'too-many')
    socket.on('disconnect', () => {
      const left = (connections.get(key) ?? []).filter((other) => other !== socket)
      if (left.length > 0) connections.set(key, left)
      else connections.delete(key)
    })
    enter(socket, who)
  })
}

export function tokenOf({ handshake }: Connection): string | undefined {
  const { token } = handshake.auth
  return typeof token === 'string' ? token : undefined
}

export function end(socket: Connection, reason: CloseReason): void {
  socket.emit('closing', { reason })
  socket.disconnect(true)
}

/**
 * Handlers get what was sent; they parse it. A message without an answer function is answered nowhere, and nothing but
 * `hello` is heard until it was answered.
 */
export function hearer({ logger }: App, socket: Connection, greeted: () => boolean) {
  return (message: string, handle: (body: unknown) => unknown): void => {
    const failed = (error: unknown) => {
      logger.error({ err: error, message }, 'a message could not be handled')
      return { ok: false, code: error instanceof StoreUnavailable ? 'store.unavailable' : 'server.failed' }
    }
    socket.on(message, (body: unknown, answer: unknown) => {
      const give: Answer = typeof answer === 'function' ? (answer as Answer) : () => {}
      if (message !== 'hello' && !greeted()) return give({ ok: false, code: 'wire.hello-first' })
      // Who asks on and on and reads nothing would have the server keep all the answers.
      if (askingMuch.has(message) && isTooSlow(socket)) return end(socket, 'too-slow')
      try {
        const handled = handle(body)
        if (handled instanceof Promise) handled.then(give, (error: unknown) => give(failed(error)))
        else give(handled)
      } catch (error) {
        give(failed(error))
      }
    })
  }
}
