import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { type Board, emptyBoard } from '../../shared/board/board.ts'
import type { Body, CommandType } from '../../shared/board/commands.ts'
import { applyEnvelope, put } from '../../shared/wire/apply-envelope.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import type { EventsEnvelope } from '../../shared/wire/events.ts'
import type { Welcome } from '../../shared/wire/hello.ts'
import type { ReadAnswers, ReadKind, ReadQuestion } from '../../shared/wire/read.ts'
import { wireVersion } from '../../shared/wire/version.ts'
import { unpackBoard } from '../../shared/wire/whole-board.ts'

/** A connection as a desk or phone has it, over the real wire, with a board folded from what arrives. */
export interface Connected {
  socket: Socket
  welcome: Welcome
  board: Board
  received: NonNullable<EventsEnvelope['received']>
  envelopes: EventsEnvelope[]
  frames: Uint8Array[]
  closing: string[]
  give<Type extends CommandType>(
    type: Type,
    body: Body<Type>,
    extra?: { id?: string; seen?: Record<string, number>; madeAt?: number },
  ): Promise<CommandAnswer>
  read<Kind extends ReadKind>(question: ReadQuestion & { kind: Kind }): Promise<ReadAnswers[Kind]>
  ask(message: string, body: unknown): Promise<unknown>
  /** Resolves when the condition holds; rejects with `what` after `within` ms. Looked at after each message. */
  until<T>(what: string, condition: () => T | undefined | false | null, within?: number): Promise<T>
  close(): void
}

export async function connect(
  address: string,
  as: { cookie: string } | { token: string },
  options: { cursor?: number; epoch?: string; board?: Board; origin?: string } = {},
): Promise<Connected> {
  const device = 'token' in as
  const socket = io(device ? `${address}/field` : address, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...(device
      ? { auth: { token: as.token } }
      : { extraHeaders: { cookie: as.cookie, origin: options.origin ?? address } }),
  })
  const board = options.board ?? emptyBoard()
  const seen: Pick<Connected, 'received' | 'envelopes' | 'frames' | 'closing'> = {
    received: [],
    envelopes: [],
    frames: [],
    closing: [],
  }
  const waiting = new Set<() => void>()
  const woken = () => {
    for (const look of [...waiting]) look()
  }
  /** Until the board of the welcome is unpacked. */
  let early: EventsEnvelope[] | null = []
  socket.on('events', (envelope: EventsEnvelope) => {
    seen.envelopes.push(envelope)
    seen.received.push(...(envelope.received ?? []))
    if (early) early.push(envelope)
    else applyEnvelope(board, envelope)
    woken()
  })
  socket.on('frame', (bytes: ArrayBuffer) => {
    seen.frames.push(new Uint8Array(bytes))
    woken()
  })
  socket.on('closing', ({ reason }: { reason: string }) => {
    seen.closing.push(reason)
    woken()
  })
  socket.on('disconnect', woken)
  await new Promise<void>((done, fail) => {
    socket.once('connect', done)
    socket.once('connect_error', (error) => {
      socket.close()
      fail(error)
    })
  })
  const ask = (message: string, body: unknown) => socket.timeout(10_000).emitWithAck(message, body)
  const welcome = (await ask('hello', {
    version: wireVersion,
    cursor: options.cursor ?? 0,
    epoch: options.epoch ?? '',
  })) as Welcome
  if (!welcome.ok) throw new Error(JSON.stringify(welcome))
  if (welcome.fresh) board.seq = 0
  if (welcome.whole)
    for (const snapshot of await unpackBoard(new Uint8Array(welcome.whole))) put(board, snapshot)
  for (const envelope of [welcome.events, ...early]) applyEnvelope(board, envelope)
  early = null

  return {
    socket,
    welcome,
    board,
    ...seen,
    ask,
    give: (type, body, { id = randomUUID(), ...extra } = {}) =>
      ask('command', { id, type, body, ...extra }) as Promise<CommandAnswer>,
    async read(question) {
      const answer = (await ask('read', question)) as { ok: boolean; answer: never; code?: string }
      if (!answer.ok) throw new Error(`${question.kind}: ${answer.code}`)
      return answer.answer
    },
    until(what, condition, within = 10_000) {
      return new Promise((done, fail) => {
        const look = () => {
          const value = condition()
          if (!value) return
          waiting.delete(look)
          clearTimeout(limit)
          done(value)
        }
        const limit = setTimeout(() => {
          waiting.delete(look)
          fail(new Error(`not within ${within} ms: ${what}`))
        }, within)
        waiting.add(look)
        look()
      })
    },
    close: () => socket.close(),
  }
}
