import { expect } from 'vitest'
import { type Board, emptyBoard } from '../../shared/board/board.ts'
import type { Body, CommandType } from '../../shared/board/commands.ts'
import type { Decider } from '../../shared/board/decision.ts'
import { fold } from '../../shared/board/fold.ts'
import type { Decided, Decision, DecisionContext } from '../../shared/kernel/decider.ts'
import type { Actor, Fact } from '../../shared/kernel/event.ts'
import { entityOf, type Millis } from '../../shared/kernel/ids.ts'
import { isRefusal, type Refusal } from '../../shared/kernel/refusal.ts'

/** 2026-03-02 14:00 in Kazakhstan: when every given fact happened and every command is given, unless said. */
export const noon: Millis = Date.UTC(2026, 2, 2, 9)
export const MINUTE = 60_000
export const officer: Actor = { kind: 'staff', id: 'officer' }

/** A fact of the past; `at` and `by` default to `noon` and `officer`. */
export type GivenFact = Fact & { at?: Millis; by?: Actor }

/** `by` and `now` may be set; ids are `new-1`, `new-2`, … through one scenario; a digest is `digest:<salt>`. */
export type GivenContext = Partial<Pick<DecisionContext, 'now' | 'by' | 'police' | 'measured'>>

export interface Scenario {
  board: Board
  /** What the last command led to. */
  decision: Decision
  /** Decides over the real board and folds the facts in, so that one command may follow another. */
  when<Type extends CommandType>(decider: Decider<Type>, body: Body<Type>, ctx?: GivenContext): Scenario
  /** The last decision: exactly these facts in this order, or this refusal (its code, and what else is named). */
  then(expected: Fact[] | Partial<Refusal>): Scenario
  /** The last decision's facts by type only. */
  thenTypes(...types: string[]): Scenario
}

/** `given(fact, …)` or `given(board)`, which is copied. */
export function given(...past: GivenFact[] | [Board]): Scenario {
  const [first] = past
  const board = first && 'moved' in first ? structuredClone(first) : emptyBoard()
  if (!first || !('moved' in first)) {
    for (const fact of past as GivenFact[]) foldFact(board, fact, fact.at ?? noon, fact.by ?? officer)
  }
  let ids = 0
  const scenario: Scenario = {
    board,
    decision: { facts: [] },
    when(decider, body, { now = noon, by = officer, police = by.kind !== 'assistant', measured } = {}) {
      const newId = () => `new-${++ids}`
      const involved = decider.involves(body, board, by)
      const ctx = {
        now,
        by,
        police,
        measured,
        newId,
        digest: (_: string, salt: string) => `digest:${salt}`,
      }
      scenario.decision = decider.decide(board, body, ctx)
      if (isRefusal(scenario.decision)) return scenario
      for (const fact of decider.commutes ? [] : scenario.decision.facts) {
        // An append compares only involved keys: a changed entity that is not among them could be booked twice.
        const uncovered = fact.keys.filter((key) => !involved.includes(key) && isKnown(board, key))
        expect(uncovered, `keys of ${fact.type} that the command does not involve`).toEqual([])
      }
      for (const fact of scenario.decision.facts) foldFact(board, fact, now, by)
      return scenario
    },
    // biome-ignore lint/suspicious/noThenProperty: given / when / then are the words; nobody awaits a scenario
    then(expected) {
      if (Array.isArray(expected)) expect(factsOf(scenario.decision)).toEqual(expected)
      else expect(scenario.decision).toMatchObject({ refused: true, ...expected })
      return scenario
    },
    thenTypes(...types) {
      expect(factsOf(scenario.decision).map(({ type }) => type)).toEqual(types)
      return scenario
    },
  }
  return scenario
}

/** The facts of a decision that must not be a refusal. */
export function factsOf(decision: Decision): Decided['facts'] {
  if (isRefusal(decision))
    throw new Error(`refused: ${decision.code} ${JSON.stringify(decision.params ?? {})}`)
  return decision.facts
}

export function foldFact(board: Board, { type, keys, data }: Fact, at: Millis, by: Actor): void {
  const seq = board.seq + 1
  fold(board, {
    type,
    keys,
    data,
    seq,
    at,
    by,
    commandId: `command-${seq}`,
    n: 0,
  })
}

function isKnown(board: Board, key: Fact['keys'][number]): boolean {
  const entity = entityOf(key)
  return entity === null || board[entity.kind].has(entity.id)
}
