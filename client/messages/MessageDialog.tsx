import type { Id } from '../../shared/kernel/ids.ts'

/** A message to a task's team, or to everybody in the operation when `task` is null. */
export function MessageDialog(_: { operation: Id; task: Id | null; onClose(): void }) {
  return null
}
