import type { Id } from '../../shared/kernel/ids.ts'

/** What was sent in an operation (or to one task's team), and who has confirmed it. */
export function MessagePanel(_: { operation: Id; task?: Id }) {
  return null
}
