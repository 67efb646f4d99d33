import { randomUUID } from 'node:crypto'
import { io } from 'socket.io-client'
import { type Board, emptyBoard } from '../shared/board/board.ts'
import type { Body, CommandType } from '../shared/board/commands.ts'
import { fold } from '../shared/board/fold.ts'
import type { Fix } from '../shared/kernel/fix.ts'
import type { CommandAnswer } from '../shared/wire/command.ts'
import type { EventsEnvelope } from '../shared/wire/events.ts'
import type { FixesAnswer } from '../shared/wire/fixes.ts'
import type { Welcome } from '../shared/wire/hello.ts'
import { wireVersion } from '../shared/wire/version.ts'
import { type Counts, count } from './counts.ts'

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

/** `told` hears the newest fix of each message when it is given to the wire. */
export function makePhone(
  address: string,
  token: string,
  counts: Counts,
  told: (fix: Fix, now: number) => void,
): Phone {
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
        const command = { id: randomUUID(), type, body }
        const answer: CommandAnswer = await socket.timeout(10_000).emitWithAck('command', command)
        if (!answer.ok) count(counts.refused, { [answer.code]: 1 })
        else counts.commands++
        if (answer.ok && type === 'AnswerOffer') counts.answered++
        return answer.ok
      } catch {
        counts.unanswered++
        return false
      }
    },
    fix(fix, interval) {
      kept = [...kept, fix].slice(-500)
      if (!greeted) return
      const fixes = kept
      kept = []
      const sentAt = Date.now()
      const answered = (error: Error | null, answer?: FixesAnswer) => {
        if (error) {
          counts.unanswered++
          kept = [...fixes, ...kept].slice(-500)
        } else if (!answer?.ok) count(counts.dropped, { [answer?.code ?? 'fixes.invalid']: fixes.length })
        else {
          counts.accepted += answer.accepted
          count(counts.dropped, answer.dropped)
        }
      }
      counts.fixes += fixes.length
      told(fix, sentAt)
      socket.timeout(10_000).emit('fixes', { sentAt, interval, fixes }, answered)
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
