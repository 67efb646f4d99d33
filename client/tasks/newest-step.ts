import { undoable, undoMs } from '../../shared/tasks/chain.ts'
import type { Party } from '../../shared/tasks/events.ts'
import { isLive } from '../../shared/tasks/links.ts'
import type { Link, Task } from '../../shared/tasks/types.ts'

/** What UndoStep would still take back at `now`. */
export function newestStep(task: Task, now: number): { party: Party; link: Link } | null {
  const links: { party: Party; link: Link }[] = [
    ...(isLive(task.unitLink) ? [{ party: { unit: task.unit }, link: task.unitLink }] : []),
    ...task.members.map((member) => ({ party: { assistant: member.assistant }, link: member })),
  ]
  return links
    .filter(
      ({ link: { step, before, since } }) =>
        undoable.has(step) && before !== undefined && before !== 'hold' && now - since < undoMs,
    )
    .reduce<{ party: Party; link: Link } | null>(
      (newest, one) => (!newest || one.link.since > newest.link.since ? one : newest),
      null,
    )
}
