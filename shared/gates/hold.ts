import type { Board } from '../board/board.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import { isBound } from '../tasks/links.ts'
import { currentOrder, type Member, type Task } from '../tasks/types.ts'
import type { Unit } from '../units/types.ts'
import { checkGates, gates } from './all.ts'
import type { GateInput } from './gate.ts'

export type HoldRule = 'D1' | 'D3' | 'D11' | 'D12'
const holding = new Set(gates.filter(({ holds }) => holds).map(({ rule }) => rule))

/** What a gate looks at for a member of a task; null when the board lacks a part. `unit`: as it is about to be. */
export function gateInput(
  board: Board,
  task: Task,
  assistant: Id,
  now: Millis,
  unit: Unit | null = board.unit.get(task.unit) ?? null,
): GateInput | null {
  const person = board.assistant.get(assistant)
  const operation = board.operation.get(task.operation)
  if (!person || !operation) return null
  const window = currentOrder(task)?.window ?? operation.window
  return { board, now, assistant: person, operation, window, unit, task: task.id }
}

/** The rule that must put this member on HOLD now; null when all that must always hold does. */
export function lostRule(
  board: Board,
  task: Task,
  member: Member,
  now: Millis,
  unit?: Unit,
): HoldRule | null {
  const input = gateInput(board, task, member.assistant, now, unit)
  if (!input || !isBound(member) || task.endedAt !== null) return null
  const lost = checkGates('always', input).find(({ rule }) => holding.has(rule))
  return (lost?.rule as HoldRule | undefined) ?? null
}

/** Whether a held member may go on: all that always holds, and what going on scene asks for, does again. */
export function holdsAgain(board: Board, task: Task, member: Member, now: Millis, unit?: Unit): boolean {
  const input = gateInput(board, task, member.assistant, now, unit)
  return !!input && checkGates('always', input).length === 0 && checkGates('activation', input).length === 0
}

/** What the desk holds by its own word, the desk resumes. */
export const isHeldByGate = (member: Member): boolean =>
  member.step === 'hold' && member.heldBy !== undefined && holding.has(member.heldBy)
