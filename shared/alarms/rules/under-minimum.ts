import type { Millis } from '../../kernel/ids.ts'
import type { Operation, Place } from '../../operations/types.ts'
import type { Member, Task } from '../../tasks/types.ts'
import type { WatchRule } from './rule.ts'

export interface PostNow {
  operation: Operation
  place: Place
  /** Every task of the place, ended ones too: a leaving tells since when people are missing. */
  tasks: Task[]
  now: Millis
}

/** A post of a running event has had fewer people on scene than its minimum for two minutes, after its meeting time. */
export const underMinimum: WatchRule<PostNow> = {
  kind: 'under-minimum',
  delaySeconds: 120,
  judge(post) {
    const due = underMinimumDue(post)
    if (due === null || post.now >= post.operation.window.to) return 'clear'
    if (post.now < due) return null
    return { raise: { present: presentAt(post.tasks), minimum: post.place.minimum } }
  },
}

/** The instant at which the post, left as it is, becomes an alarm; null when it has its people or needs none. */
export function underMinimumDue({ operation, place, tasks }: Omit<PostNow, 'now'>): Millis | null {
  if (operation.kind !== 'event-security' || operation.closedAt !== null) return null
  if (presentAt(tasks) >= place.minimum) return null
  const since = Math.max(
    operation.window.from,
    place.meeting.time ?? 0,
    place.changedAt,
    ...tasks.flatMap(({ members, leftAt }) => [
      leftAt ?? 0,
      ...members.filter(leftScene).map(({ since }) => since),
    ]),
  )
  const due = since + underMinimum.delaySeconds * 1000
  return due < operation.window.to ? due : null
}

/** From on scene to anything else; a step taken back has no step before it. */
const leftScene = ({ step, before }: Member) =>
  step !== 'on-scene' && (before === 'on-scene' || (before === undefined && step !== 'offered'))

/** People of the place who are on scene. */
export function presentAt(tasks: Task[]): number {
  return tasks
    .filter(({ endedAt }) => endedAt === null)
    .reduce((sum, { members }) => sum + members.filter(({ step }) => step === 'on-scene').length, 0)
}
