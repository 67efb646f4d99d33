import type { CommandEnvelope } from '../../shared/board/commands.ts'
import { enact } from '../../shared/law-book/parameters.ts'
import type { CloseReason } from '../../shared/wire/closing.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import type { EntitySnapshot } from '../../shared/wire/events.ts'
import type { Welcome } from '../../shared/wire/hello.ts'
import { type Connection, connect } from '../net/connection.ts'
import { type BoardStore, makeBoardStore } from './board-store.ts'
import { type Giver, makeGiver } from './giver.ts'
import { type Live, makeLive } from './live.ts'
import { type Lookup, makeLookup } from './lookup.ts'

/** What the last greeting said, without its events. */
export type Session = Omit<Welcome, 'ok' | 'fresh' | 'whole' | 'events'>

/** Everything one signed-in page knows, and the one connection it comes by. */
export interface Store {
  board: BoardStore
  live: Live
  /** "major N. Abenova", by the id of an account, assistant or unit. */
  names: Lookup
  /** By the `text` of a sealed text. */
  texts: Lookup
  giver: Giver
  connection: Connection
  session(): Session | null
  onSession(listener: () => void): () => void
  /** Shows what an earlier greeting left, until the server greets; nothing once it has. */
  restore(welcome: Welcome): void
  close(): void
}

export interface StoreOptions {
  namespace: '/' | '/field'
  token?: string
  origin?: string
  /** The server ended the connection for good. */
  closed(reason: CloseReason): void
  /** How commands travel; straight to the server by default, through the outbox on a phone. */
  post?(envelope: CommandEnvelope, connection: Connection): Promise<CommandAnswer>
}

export function openStore({ post, closed, ...where }: StoreOptions): Store {
  const board = makeBoardStore()
  const live = makeLive()
  let session: Session | null = null
  const listeners = new Set<() => void>()

  const connection = connect({
    ...where,
    sink: {
      cursor: board.cursor,
      welcome: take,
      events: board.apply,
      frame: live.frame,
      closed,
    },
  })

  function take(welcome: Welcome, whole?: EntitySnapshot[]): void {
    const { ok: _, fresh: __, whole: ___, events: ____, ...said } = welcome
    const sameRights = session?.epoch === said.epoch
    session = said
    enact(said.law)
    board.welcome(welcome, whole)
    for (const lookup of [names, texts]) sameRights ? lookup.again() : lookup.forget()
    for (const listener of [...listeners]) listener()
  }

  const names = makeLookup(async (ids) => {
    const read = await connection.read({ kind: 'names', ids })
    if (!read.ok) return null
    return Object.fromEntries(
      Object.entries(read.answer).map(([id, { name, rank }]) => [id, rank ? `${rank} ${name}` : name]),
    )
  })
  const texts = makeLookup(async (ids) => {
    const read = await connection.read({ kind: 'texts', ids })
    return read.ok ? read.answer : null
  })

  return {
    board,
    live,
    names,
    texts,
    giver: makeGiver(board, (envelope) => (post ? post(envelope, connection) : connection.command(envelope))),
    connection,
    session: () => session,
    onSession(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    restore: (welcome) => session ?? take(welcome),
    close: connection.close,
  }
}
