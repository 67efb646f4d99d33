import { isUnderWay, owesCard, statusOf } from '../../shared/applications/standing.ts'
import type { Application, Clock } from '../../shared/applications/types.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Millis } from '../../shared/kernel/ids.ts'
import { type Day, dayOf, daysBetween } from '../../shared/law/day.ts'
import { workingDaysBetween } from '../../shared/law/working-days.ts'

export const queueFilters = [
  ...(['open', 'overdue', 'today', 'police', 'akimat', 'cards', 'decided'] as const),
] as const
export type QueueFilter = (typeof queueFilters)[number]

/** Overdue by the clock of this screen too, before the server has marked it. */
export const isOverdue = ({ clock }: Application, now: Millis): boolean => clock !== null && now > clock.dueAt

const isRegistered = (board: Board, application: Application) => statusOf(board, application) === 'REGISTERED'

function fits(board: Board, file: Application, filter: QueueFilter, now: Millis): boolean {
  const { clock } = file
  switch (filter) {
    case 'open':
      return clock !== null || isRegistered(board, file) || owesCard(board, file.id)
    case 'overdue':
      return isOverdue(file, now)
    case 'today':
      return clock?.lastDay === dayOf(now)
    case 'police':
    case 'akimat':
      return clock?.office === filter
    case 'cards':
      return isRegistered(board, file) || owesCard(board, file.id)
    case 'decided':
      return clock === null && (!isUnderWay(board, file) || file.card !== null)
  }
}

/** The files under a filter: the nearest deadline first, then what has none, the last decided first. */
export function queueOf(board: Board, filter: QueueFilter, now: Millis): Application[] {
  return [...board.application.values()]
    .filter((file) => fits(board, file, filter, now))
    .sort(
      (a, b) =>
        (a.clock?.dueAt ?? Number.POSITIVE_INFINITY) - (b.clock?.dueAt ?? Number.POSITIVE_INFINITY) ||
        (b.decidedAt ?? 0) - (a.decidedAt ?? 0) ||
        a.number - b.number,
    )
}

export function countQueue(board: Board, now: Millis): Record<QueueFilter, number> {
  const counts = { open: 0, overdue: 0, today: 0, police: 0, akimat: 0, cards: 0, decided: 0 }
  for (const file of board.application.values())
    for (const filter of queueFilters) if (fits(board, file, filter, now)) counts[filter]++
  return counts
}

export interface DaysLeft {
  unit: 'working' | 'calendar'
  /** 0 on the last day, negative after it; null where the calendar of the year is not known. */
  left: number | null
}

/** Working days for the akimat, calendar days for the police: never one figure without its unit. */
export function daysLeft({ office, lastDay }: Clock, today: Day): DaysLeft {
  if (office === 'police') return { unit: 'calendar', left: daysBetween(today, lastDay) }
  const left = workingDaysBetween(today, lastDay)
  return { unit: 'working', left: typeof left === 'number' ? left : null }
}
