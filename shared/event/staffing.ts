import type { Assistant } from '../assistants/types.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import { arriveSeconds } from '../matching/cost.ts'
import type { Operation, Place } from '../operations/types.ts'
import { HOUR } from '../shifts/types.ts'
import { isLive } from '../tasks/links.ts'
import type { Member, Task } from '../tasks/types.ts'
import type { Stay } from './stays.ts'

const MINUTE = 60_000

/** A strip shows so much, from one hour before now, in steps. */
export const strip = { hours: 4, before: HOUR, step: 15 * MINUTE } as const

export interface PostNow {
  place: Place
  /** The post's task that has not ended, if any. */
  task: Task | null
  /** On scene, in the order in which they came. */
  present: Member[]
  /** Accepted or on the way, and asked. */
  coming: Member[]
  offered: Member[]
  held: Member[]
}

/** Who is at a post and who is to come. */
export function postNow(place: Place, tasks: Iterable<Task>): PostNow {
  let task: Task | null = null
  for (const one of tasks) if (one.place === place.id && one.endedAt === null) task = one
  const live = task?.members.filter(isLive) ?? []
  const at = (...steps: Member['step'][]) => live.filter(({ step }) => steps.includes(step))
  return {
    place,
    task,
    present: at('on-scene').sort((a, b) => a.since - b.since),
    coming: at('accepted', 'en-route'),
    offered: at('offered'),
    held: at('hold'),
  }
}

/** When a person's relief is due: the operation's minutes after coming on scene, or after the post was last checked in. */
export function reliefDue(
  operation: Pick<Operation, 'reliefMinutes'>,
  task: Pick<Task, 'checkedInAt'> | null,
  member: Pick<Member, 'since'>,
): Millis | null {
  if (operation.reliefMinutes === null) return null
  return Math.max(member.since, task?.checkedInAt ?? 0) + operation.reliefMinutes * MINUTE
}

/** The next relief of a post and whom it is about; null when nobody is due. */
export function nextRelief(
  operation: Pick<Operation, 'reliefMinutes'>,
  { task, present }: PostNow,
): { assistant: Id; due: Millis } | null {
  let next: { assistant: Id; due: Millis } | null = null
  for (const member of present) {
    const due = reliefDue(operation, task, member)
    if (due !== null && (next === null || due < next.due)) next = { assistant: member.assistant, due }
  }
  return next
}

/** Seconds on foot from the newest fix; null when nobody knows where they are. */
export function walkSeconds(from: LatLng | null, to: LatLng): number | null {
  return from && arriveSeconds(from, to)
}

export interface Staffing {
  from: Millis
  /** People at the middle of each step, oldest first. */
  people: number[]
  minimum: number
  /** From which step to which the minimum holds: the operation's window. */
  holds: [from: number, to: number]
  /** Where now is, in steps. */
  now: number
  /** Steps at which a relief is due. */
  reliefs: number[]
  /** When the forecast first lies under the minimum inside the operation's window; null when it does not. */
  shortAt: Millis | null
}

/**
 * A post over time. What was: the stays of the log. What will be: who is here until their shift ends, and who comes from
 * the moment they may be there (the meeting time, else five minutes). A relief that is due does not take people away: it
 * is drawn as a flag.
 */
export function staffingOf(
  operation: Pick<Operation, 'window' | 'reliefMinutes'>,
  post: PostNow,
  stays: readonly Stay[],
  shiftOf: (assistant: Id) => Assistant['shift'],
  now: Millis,
): Staffing {
  const { place, task, present, coming } = post
  const from = Math.floor((now - strip.before) / strip.step) * strip.step
  const steps = (strip.hours * HOUR) / strip.step
  const until = (assistant: Id) => Math.min(shiftOf(assistant)?.to ?? Infinity, operation.window.to)
  const arrives = Math.max(now + 5 * MINUTE, place.meeting.time ?? 0)
  const spans = [
    ...stays
      .filter((stay) => stay.place === place.id && stay.to !== null)
      .map(({ from: since, to }) => [since, to as Millis] as const),
    ...present.map(({ assistant, since }) => [since, until(assistant)] as const),
    ...coming.map(({ assistant }) => [arrives, until(assistant)] as const),
  ]
  const people = Array.from({ length: steps }, (_, i) => {
    const middle = from + (i + 0.5) * strip.step
    return spans.filter(([start, end]) => start <= middle && middle < end).length
  })
  const isShort = (count: number, i: number) => {
    const at = from + i * strip.step
    return at >= now && at >= operation.window.from && at < operation.window.to && count < place.minimum
  }
  const short = people.findIndex(isShort)
  const reliefs = present.flatMap((member) => {
    const due = reliefDue(operation, task, member)
    if (due === null || due < from || due >= from + steps * strip.step) return []
    return [(due - from) / strip.step]
  })
  return {
    from,
    people,
    minimum: place.minimum,
    holds: [(operation.window.from - from) / strip.step, (operation.window.to - from) / strip.step],
    now: (now - from) / strip.step,
    reliefs,
    shortAt: short < 0 ? null : from + short * strip.step,
  }
}
