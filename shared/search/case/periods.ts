import type { Millis } from '../../kernel/ids.ts'
import type { Period } from './case-types.ts'

/** The period that runs now, if any. */
export const openPeriod = (periods: readonly Period[] = []): Period | undefined =>
  periods.find(({ to }) => to === null)

/** The period whose time an instant lies in; its end belongs to the next. */
export function periodAt(periods: readonly Period[] = [], at: Millis): Period | undefined {
  return periods.find(({ from, to }) => from <= at && (to === null || at < to))
}
