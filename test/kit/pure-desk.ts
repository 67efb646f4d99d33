import { type Board, emptyBoard } from '../../shared/board/board.ts'
import type { Body, Command, CommandType } from '../../shared/board/commands.ts'
import type { Deadline } from '../../shared/board/deadlines.ts'
import { deadlinesOf } from '../../shared/board/deadlines.ts'
import { deciders } from '../../shared/board/deciders.ts'
import type { Decider } from '../../shared/board/decision.ts'
import { fold } from '../../shared/board/fold.ts'
import { react } from '../../shared/board/reactions.ts'
import type { Decision } from '../../shared/kernel/decider.ts'
import type { Actor, LoggedEvent } from '../../shared/kernel/event.ts'
import type { Key, Millis } from '../../shared/kernel/ids.ts'
import { isRefusal } from '../../shared/kernel/refusal.ts'
import { type GivenFact, noon, officer } from './given-when-then.ts'

export interface PureDesk {
  board: Board
  log: LoggedEvent[]
  now: Millis
  /** What is due, kept from event to event as the server keeps it. */
  due: Map<Key, Deadline[]>
  give<Type extends CommandType>(type: Type, body: Body<Type>, by?: Actor): Decision
  /** Moves the clock and gives every deadline on the way, in order of time. */
  advance(to: Millis): void
  /** Types of the events after `seq`. */
  typesAfter(seq: number): string[]
}

const system: Actor = { kind: 'system', id: 'serik' }

/** The pure half of the server: decides, folds, reacts and keeps deadlines, each reason once. No store, no wire. */
export function pureDesk(past: GivenFact[]): PureDesk {
  const board = emptyBoard()
  const log: LoggedEvent[] = []
  const due = new Map<Key, Deadline[]>()
  const given = new Set<string>()
  let ids = 0

  const append = (facts: { type: string; keys: Key[]; data: unknown }[], at: Millis, by: Actor) => {
    const events = facts.map((fact, n) => ({
      ...{ type: fact.type, keys: fact.keys, data: fact.data, at, by, n },
      ...{ seq: log.length + 1 + n, commandId: `command-${log.length + 1}` },
    }))
    log.push(...events)
    for (const event of events) fold(board, event)
    for (const [of, deadlines] of deadlinesOf(
      board,
      events.flatMap(({ keys }) => keys),
    ))
      if (deadlines.length > 0) due.set(of, deadlines)
      else due.delete(of)
    return events
  }

  const run = ({ type, body }: Command, by: Actor): Decision => {
    const { decide } = deciders[type] as unknown as Decider<CommandType>
    const newId = () => `id-${++ids}`
    const ctx = { now: desk.now, by, police: by.kind !== 'assistant', newId, digest: () => 'digest' }
    const decision = decide(board, body as never, ctx)
    if (isRefusal(decision)) return decision
    for (const event of append(decision.facts, desk.now, by))
      for (const { reason, ...command } of react(board, event)) once(reason, command as Command)
    return decision
  }

  const once = (reason: string, command: Command) => {
    if (given.has(reason)) return
    const decision = run(command, system)
    if (!isRefusal(decision) && decision.facts.length > 0) given.add(reason)
  }

  const desk: PureDesk = {
    board,
    log,
    due,
    now: noon,
    give: (type, body, by = officer) => run({ type, body } as Command, by),
    advance(to) {
      const fired = new Set<string>()
      for (;;) {
        const [next] = [...due.values()]
          .flat()
          .filter(({ at, reason }) => at <= to && !fired.has(reason))
          .sort((a, b) => a.at - b.at)
        if (!next) break
        desk.now = Math.max(desk.now, next.at)
        fired.add(next.reason)
        once(next.reason, next.command)
      }
      desk.now = to
    },
    typesAfter: (seq) => log.filter((event) => event.seq > seq).map(({ type }) => type),
  }
  for (const fact of past) append([fact], fact.at ?? noon, fact.by ?? officer)
  return desk
}
