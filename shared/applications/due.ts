import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import { type Day, endOfDay } from '../law/day.ts'
import type { Due } from './events.ts'

/** The deadline as an event carries it. */
export function dueAfter(lastDay: Day | Refusal): Due | Refusal {
  return isRefusal(lastDay) ? lastDay : { lastDay, dueAt: endOfDay(lastDay) }
}
