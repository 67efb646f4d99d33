import { addDays, type Day } from '../../shared/law/day.ts'

export interface Period {
  from: Day
  to: Day
}

const firstOf = (day: Day): Day => `${day.slice(0, 8)}01`

/** From the first of this month to today. */
export const thisMonth = (today: Day): Period => ({ from: firstOf(today), to: today })

export function lastMonth(today: Day): Period {
  const to = addDays(firstOf(today), -1)
  return { from: firstOf(to), to }
}

/** 8:05: hours and minutes; seconds are nobody's service. */
export function hoursText(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
