import { type Refusal, refuse } from '../kernel/refusal.ts'
import { addDays, type Day, isWeekend } from './day.ts'
import published from './holidays.json' with { type: 'json' }

/** Days off besides the weekends, by year. A year that is not here is not counted in. */
export type Holidays = Readonly<Record<string, { days: readonly Day[] }>>

export const holidays: Holidays = published

/** Whether offices work on this day; a refusal for a year whose holidays are not known. */
export function isWorkingDay(day: Day, calendar: Holidays = holidays): boolean | Refusal {
  const year = day.slice(0, 4)
  const known = calendar[year]
  if (!known) return refuse('law.no-calendar', { params: { year } })
  return !isWeekend(day) && !known.days.includes(day)
}

/** This day if offices work on it, else the next on which they do. */
export function workingDayFrom(day: Day, calendar: Holidays = holidays): Day | Refusal {
  for (let at = day; ; at = addDays(at, 1)) {
    const works = isWorkingDay(at, calendar)
    if (typeof works !== 'boolean') return works
    if (works) return at
  }
}

/** The n-th working day after `day`, which is day 0 itself. */
export function workingDayAfter(day: Day, n: number, calendar: Holidays = holidays): Day | Refusal {
  let at: Day | Refusal = day
  for (let left = n; left > 0 && typeof at === 'string'; left--) at = workingDayFrom(addDays(at, 1), calendar)
  return at
}

/** Working days after `from` up to `to`; negative the other way round. */
export function workingDaysBetween(from: Day, to: Day, calendar: Holidays = holidays): number | Refusal {
  if (to < from) {
    const back = workingDaysBetween(to, from, calendar)
    return typeof back === 'number' ? -back : back
  }
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const works = isWorkingDay(day, calendar)
    if (typeof works !== 'boolean') return works
    if (works) count++
  }
  return count
}
