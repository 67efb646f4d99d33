import type { LoggedEvent } from '../kernel/event.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import { addDays, type Day, dayOf, endOfDay } from '../law/day.ts'
import { type ShiftSpan, type Span, spansOf, type WorkSpan } from './spans.ts'
import { lengthIn, lengthOf, type Stretch, union, within } from './stretches.ts'
import type { DayRow, KindRow, Ledger, MonthRow, Served, ShiftRow, TaskRow } from './types.ts'

/** First and last day of the law, and the moment up to which what runs is counted. */
export interface LedgerPeriod {
  from: Day
  to: Day
  now: Millis
}

type Ended<S extends Span> = S & { to: Millis; running: boolean }

/**
 * The hours of one assistant, from the log alone. On duty is from the opening of a shift to its closing or the end of its
 * window, and beyond it while work went on; no minute counts twice. Work is on the way and on the scene, not on hold.
 */
export function ledgerOf(assistant: Id, events: readonly LoggedEvent[], period: LedgerPeriod): Ledger {
  const { from, to, now } = period
  const spans = spansOf(assistant, events)
  const whole = { from: startOf(from), to: Math.min(startOf(addDays(to, 1)), now) }
  const work = spans.work.map((span) => ended(span, now))
  const shifts = spans.shifts.map((shift) => dutyOf(shift, work, now))
  const duty = union([...shifts.flatMap(({ duty }) => duty), ...work])
  const inPeriod = work.filter((span) => lengthOf(within(span, whole)) > 0)
  const served = (window: Stretch): Served => ({ onDuty: lengthIn(duty, window), ...worked(work, window) })

  const days = daysOf(whole).flatMap(({ day, window }): DayRow[] => {
    const sum = served(window)
    const of = [...shifts, ...inPeriod].filter((span) => lengthOf(within(span, window)) > 0)
    return sum.onDuty > 0 ? [{ day, ...sum, ...proof(of, window.to) }] : []
  })
  const rows = shifts.flatMap((shift): ShiftRow[] => {
    const window = within(shift, whole)
    if (lengthOf(window) <= 0) return []
    const own = inPeriod.filter((span) => lengthOf(within(span, window)) > 0)
    const sums = { onDuty: lengthIn(shift.duty, window), ...worked(work, window) }
    return [{ ...window, over: shift.over, ...sums, ...proof([shift, ...own], window.to) }]
  })
  const tasks = [...Map.groupBy(inPeriod, ({ task }) => task)].map(([task, own]): TaskRow => {
    const { number = null, operation = null, kind = null } = spans.tasks.get(task) ?? {}
    const { enRoute, onScene } = worked(own, whole)
    const stretch = within({ from: own[0]?.from ?? 0, to: own.at(-1)?.to ?? 0 }, whole)
    return { task, number, operation, kind, ...stretch, enRoute, onScene, ...proof(own, whole.to) }
  })
  return {
    ...{ assistant, from, to, at: now },
    total: { ...served(whole), days: days.length },
    ...{ days, shifts: rows, tasks, kinds: kindsOf(tasks), months: monthsOf(days, served) },
  }
}

const startOf = (day: Day): Millis => endOfDay(addDays(day, -1)) + 1

function ended<S extends Span>(span: S, now: Millis): Ended<S> {
  return { ...span, to: Math.min(span.to ?? now, now), running: span.to === null }
}

/** The time of one shift that counts: its window, and the work that went on after it. */
function dutyOf(shift: ShiftSpan, work: readonly Ended<WorkSpan>[], now: Millis) {
  const { from, to, until, running } = { ...ended(shift, now), until: shift.until }
  const after = work.map((span) => within(span, { from, to })).filter((span) => span.to > until)
  const duty = union([{ from, to: Math.min(to, until) }, ...after])
  const goesOn = running && (now < until || work.some((span) => span.running))
  return { ...shift, duty, to: duty.at(-1)?.to ?? from, running: goesOn, over: after.length > 0 }
}

function worked(spans: readonly Ended<WorkSpan>[], window: Stretch) {
  const inside = spans.filter((span) => lengthOf(within(span, window)) > 0)
  const time = (step: WorkSpan['step']) =>
    lengthIn(union(inside.filter((span) => span.step === step)), window)
  const tasks = new Set(inside.map(({ task }) => task)).size
  return { enRoute: time('en-route'), onScene: time('on-scene'), tasks }
}

/** What shows that it was so; it runs only where the window does not end before it. */
function proof(spans: readonly Ended<Span>[], upTo: Millis) {
  return {
    records: [...new Set(spans.flatMap(({ records }) => records))].sort((a, b) => a - b),
    byRadio: spans.some(({ byRadio }) => byRadio),
    running: spans.some(({ running, to }) => running && to <= upTo),
  }
}

function daysOf({ from, to }: Stretch): { day: Day; window: Stretch }[] {
  const days = []
  for (let day = dayOf(from); startOf(day) < to; day = addDays(day, 1))
    days.push({ day, window: { from: startOf(day), to: startOf(addDays(day, 1)) } })
  return days
}

const kindsOf = (tasks: readonly TaskRow[]): KindRow[] =>
  [...Map.groupBy(tasks, ({ kind }) => kind)].map(([kind, own]) => ({
    kind,
    enRoute: sum(own, ({ enRoute }) => enRoute),
    onScene: sum(own, ({ onScene }) => onScene),
    tasks: own.length,
  }))

/** A task that goes over midnight is one of both days, and one of the month. */
function monthsOf(days: readonly DayRow[], served: (window: Stretch) => Served): MonthRow[] {
  return [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, own]) => {
    const [first, last] = [own[0]?.day ?? '', own.at(-1)?.day ?? '']
    return { month, days: own.length, ...served({ from: startOf(first), to: startOf(addDays(last, 1)) }) }
  })
}

const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0)
