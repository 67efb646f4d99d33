import { randomUUID } from 'node:crypto'
import { io } from 'socket.io-client'
import { type Board, emptyBoard } from '../shared/board/board.ts'
import type { Body, CommandType } from '../shared/board/commands.ts'
import { fold } from '../shared/board/fold.ts'
import type { Fix } from '../shared/kernel/fix.ts'
import type { EventsEnvelope } from '../shared/wire/events.ts'
import type { Welcome } from '../shared/wire/hello.ts'
import { wireVersion } from '../shared/wire/version.ts'

/** One phone on the wire: what it sees, what it says. Says nothing while it has no network. */
export interface Phone {
  board: Board
  up(): boolean
  give<Type extends CommandType>(type: Type, body: Body<Type>): Promise<boolean>
  fix(fix: Fix, interval: number): void
  /** Without network for so many milliseconds. */
  lose(ms: number): void
  stop(): void
}

export function makePhone(address: string, token: string): Phone {
  const board = emptyBoard()
  const socket = io(`${address}/field`, {
    transports: ['websocket'],
    auth: { token },
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  })
  let greeted = false
  let kept: Fix[] = []
  let timer: NodeJS.Timeout | undefined

  const apply = ({ events, vanish, appear, upTo }: EventsEnvelope) => {
    for (const event of events) fold(board, event)
    for (const { kind, id } of vanish) board[kind].delete(id)
    for (const { kind, entity } of appear) (board[kind] as Map<string, unknown>).set(entity.id, entity)
    board.seq = Math.max(board.seq, upTo)
  }
  socket.on('connect', () => {
    socket
      .timeout(10_000)
      .emitWithAck('hello', { version: wireVersion, cursor: 0, epoch: '' })
      .then((welcome: Welcome) => {
        greeted = welcome.ok
        if (welcome.ok) apply(welcome.events)
      })
      .catch(() => socket.disconnect().connect())
  })
  socket.on('disconnect', (reason) => {
    greeted = false
    // The server asked for it (draining, revoked): socket.io does not come back by itself then.
    if (reason === 'io server disconnect') timer = setTimeout(() => socket.connect(), 3_000)
  })
  socket.on('events', apply)

  return {
    board,
    up: () => greeted,
    async give(type, body) {
      if (!greeted) return false
      try {
        const answer = await socket.timeout(10_000).emitWithAck('command', { id: randomUUID(), type, body })
        return answer.ok
      } catch {
        return false
      }
    },
    fix(fix, interval) {
      kept = [...kept, fix].slice(-500)
      if (!greeted) return
      const fixes = kept
      kept = []
      socket.timeout(10_000).emit('fixes', { sentAt: Date.now(), interval, fixes }, (error: Error | null) => {
        if (error) kept = [...fixes, ...kept].slice(-500)
      })
    },
    lose(ms) {
      greeted = false
      socket.disconnect()
      timer = setTimeout(() => socket.connect(), ms)
    },
    stop() {
      clearTimeout(timer)
      socket.disconnect()
    },
  }
}
