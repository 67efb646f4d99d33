import { mayReadHours } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import { addDays, type Day, daysBetween, endOfDay } from '../../shared/law/day.ts'
import { ledgerOf } from '../../shared/service-hours/ledger.ts'
import type { Ledger } from '../../shared/service-hours/types.ts'
import type { ReadParts } from './parts.ts'
import { recordsAt } from './service-index.ts'

const longestPeriod = 400

export interface HoursQuestion {
  assistant: Id
  from: Day
  to: Day
}

/** The moments between which a period of days lies. */
export const momentsOf = ({ from, to }: { from: Day; to: Day }) => ({
  from: endOfDay(addDays(from, -1)) + 1,
  to: endOfDay(to) + 1,
})

/** The hours of one assistant from the log; recorded as a look at that person, and the person's own is none. */
export async function readHours(
  { live, log, service, record, clock }: ReadParts,
  viewer: Viewer,
  question: HoursQuestion,
): Promise<Ledger | Refusal> {
  const { assistant, from, to } = question
  if (!mayReadHours(live.board, viewer, assistant)) return refuse('assistant.unknown')
  const days = daysBetween(from, to)
  if (days < 0 || days > longestPeriod) return refuse('hours.period', { params: { days: longestPeriod } })
  if (viewer.kind === 'staff') await record(viewer, { kind: 'hours', about: [assistant] })
  const period = momentsOf(question)
  const events = await recordsAt(log, service.recordsOf(assistant, period.from, period.to))
  return ledgerOf(assistant, events, { from, to, now: clock.now() })
}
