import type { Millis } from '../kernel/ids.ts'

/** A day of the calendar in Kazakhstan, `2026-03-02`. Such texts compare as the days do. */
export type Day = string

const DAY = 86_400_000
/** The whole country is at +05:00 since 2024-03-01, before Serik's first file. */
const offset = 5 * 3_600_000

const startOf = (day: Day): Millis => Date.parse(`${day}T00:00:00Z`)

export const dayOf = (at: Millis): Day => new Date(at + offset).toISOString().slice(0, 10)

/** The last moment of the day: a file is overdue only after it. */
export const endOfDay = (day: Day): Millis => startOf(day) + DAY - 1 - offset

export const addDays = (day: Day, days: number): Day =>
  new Date(startOf(day) + days * DAY).toISOString().slice(0, 10)

/** The same day of a later month, or its last where that has fewer: 31 January and a month is 28 February. */
export function addMonths(day: Day, months: number): Day {
  const first = new Date(startOf(`${day.slice(0, 8)}01`))
  first.setUTCMonth(first.getUTCMonth() + months + 1, 0)
  const end = first.toISOString().slice(0, 10)
  return day.slice(8) < end.slice(8) ? `${end.slice(0, 8)}${day.slice(8)}` : end
}

/** How many days lie from one to the other; negative when `to` is before. */
export const daysBetween = (from: Day, to: Day): number => (startOf(to) - startOf(from)) / DAY

export const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(startOf(day)).getUTCDay())

/** Whether the text is a day that exists: 2026-02-29 is none. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(startOf(text)) && addDays(text, 0) === text
}

/** 01.04.2026 */
export const dayText = (day: Day): string => day.split('-').reverse().join('.')

/** The day that was typed, with or without its dots: 01.04.2026, 01042026. Null when there is none such. */
export function dayOfText(typed: string): Day | null {
  const [, date, month, year] = /^(\d{2})[. /-]?(\d{2})[. /-]?(\d{4})$/.exec(typed.trim()) ?? []
  const day = `${year}-${month}-${date}`
  return isDay(day) ? day : null
}
