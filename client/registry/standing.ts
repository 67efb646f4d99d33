import type { Assistant } from '../../shared/assistants/types.ts'
import type { Board } from '../../shared/board/board.ts'
import { checkGates, gates } from '../../shared/gates/all.ts'
import type { GateRefusal } from '../../shared/gates/gate.ts'
import { gateInput } from '../../shared/gates/hold.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'

/** A rule and how one person stands to it: `asked` = only a task's unit can tell. */
export interface Standing {
  rule: string
  state: 'holds' | 'lost' | 'asked'
  refusal: GateRefusal | null
}

/** Rules that are about the unit or order of a task: without one that is seen here there is nothing to check. */
const ofTheTask = new Set(['D3', 'D9', 'D10', 'D11'])
/** What is asked before the work starts is told of who is at work too. */
const beforeWork = new Set(['D2', 'D8', 'D9'])

/** Each rule of sending for one person as it stands now, whether or not a task is at hand. */
export function standingOf(board: Board, assistant: Assistant, now: Millis): Standing[] {
  const refusals = refusalsFor(board, assistant.id, now)
  const seesUnit = board.task.has(assistant.task ?? '')
  return gates.map(({ rule }) => {
    if (!seesUnit && ofTheTask.has(rule)) return { rule, state: 'asked', refusal: null }
    const refusal = refusals.find((one) => one.rule === rule) ?? null
    return { rule, state: refusal ? 'lost' : 'holds', refusal }
  })
}

function refusalsFor(board: Board, id: Id, now: Millis): GateRefusal[] {
  const assistant = board.assistant.get(id)
  if (!assistant) return []
  const task = board.task.get(assistant.task ?? '')
  const input = task && gateInput(board, task, id, now)
  // As for a task of this very moment, in no operation in particular.
  const window = { from: now, to: now }
  const alone = checkGates('proposal', {
    board,
    now,
    assistant,
    operation: board.operation.get(task?.operation ?? '') ?? null,
    window,
    unit: null,
    task: null,
  })
  if (!input) return alone
  return [
    ...checkGates('always', input),
    ...checkGates('activation', input).filter(({ rule }) => rule === 'D10'),
    ...alone.filter(({ rule }) => beforeWork.has(rule)),
  ]
}
