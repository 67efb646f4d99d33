import type { Decision, DecisionContext } from '../kernel/decider.ts'
import type { Actor } from '../kernel/event.ts'
import type { Key } from '../kernel/ids.ts'
import type { Board } from './board.ts'
import type { Body, CommandType } from './commands.ts'

/**
 * How one command is decided. `involves` names every key it may read or change, so that an append can be refused
 * when one of them has moved; `decide` is pure. A repeated command that finds its work done decides nothing.
 */
export interface Decider<Type extends CommandType> {
  involves(body: Body<Type>, board: Board, by: Actor): Key[]
  /**
   * Its facts fold to the same in any order and however often (receipts), so it involves no key: hundreds may change
   * one entity in the same second without overtaking each other.
   */
  commutes?: true
  decide(board: Board, body: Body<Type>, ctx: DecisionContext): Decision
}

export type Deciders<Types extends CommandType> = { [Type in Types]: Decider<Type> }
