import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { bookedOn } from '../../shared/shifts/types.ts'

/** The units on duty: those in a task first, by operation and number, then the free ones by call sign. */
export function radioRows(board: Board): Id[] {
  const rank = (task: Id | null): [number, number] => {
    const found = board.task.get(task ?? '')
    if (!found) return [Number.MAX_VALUE, 0]
    return [board.operation.get(found.operation)?.number ?? Number.MAX_VALUE, found.number]
  }
  return [...board.unit.values()]
    .filter(({ shift }) => bookedOn(shift))
    .map((unit) => ({ unit, rank: rank(unit.task) }))
    .sort(
      (a, b) =>
        a.rank[0] - b.rank[0] ||
        a.rank[1] - b.rank[1] ||
        a.unit.callSign.localeCompare(b.unit.callSign, undefined, { numeric: true }),
    )
    .map(({ unit }) => unit.id)
}
