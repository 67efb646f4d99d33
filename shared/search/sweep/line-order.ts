import type { Id } from '../../kernel/ids.ts'
import { isBound } from '../../tasks/links.ts'
import type { Task } from '../../tasks/types.ts'

/** Who walks in the line, from where it begins: the members at hand, by their slots. Who leaves lets the line close up. */
export function lineOrder(task: Task): Id[] {
  return task.members
    .filter(isBound)
    .sort((a, b) => a.slot - b.slot)
    .map(({ assistant }) => assistant)
}
