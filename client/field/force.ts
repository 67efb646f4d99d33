import type { Board } from '../../shared/board/board.ts'
import { type Criteria, isUnderReview, type Said } from '../../shared/force-reports/types.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import type { Me } from './stage.ts'
import type { OutboxItem } from './storage.ts'

/** This person's report of force that is not decided yet. */
export interface OwnReport {
  id: Id
  happenedAt: Millis
  criteria: Criteria
  /** When the server had it, and by when the written part is due; null while it waits in the outbox. */
  reportedAt: Millis | null
  dueAt: Millis | null
  written: boolean
  /** Else the written part asks for the unit in words. */
  knowsUnit: boolean
}

/** The questions of the first minute, one tap each; the last stands for what the written part asks one by one. */
export const questions = ['protected', 'armed', 'group', 'means', 'needed'] as const
export type Question = (typeof questions)[number]

const unasked: Record<Question, Said> = {
  ...{ protected: 'unknown', armed: 'unknown', group: 'unknown', means: 'unknown', needed: 'unknown' },
}

/** A "no" to the last question leaves open which of the three it was. */
export function criteriaOf(answers: Record<Question, Said>): Criteria {
  const { needed, ...rest } = answers
  const each: Said = needed === 'yes' ? 'yes' : 'unknown'
  return { ...rest, ground: each, necessary: each, proportionate: each }
}

/** The oldest report whose written part is missing comes first, else the newest one under review. */
export function ownReport(board: Board, items: readonly OutboxItem[], me: Me): OwnReport | null {
  const body = (item: OutboxItem) =>
    item.envelope.body as { report: Id; happenedAt: Millis; criteria: Criteria }
  const asked = (type: string) => items.filter(({ envelope, refused }) => envelope.type === type && !refused)
  const writing = new Set(asked('WriteForceReport').map((item) => body(item).report))
  const stored: OwnReport[] = [...board.report.values()]
    .filter((report) => report.assistant === me.id && isUnderReview(report))
    .map(({ id, happenedAt, subjects, reportedAt, dueAt, account, unit }) => ({
      ...{ id, happenedAt, reportedAt, dueAt, criteria: subjects[0]?.criteria ?? criteriaOf(unasked) },
      ...{ written: account !== null || writing.has(id), knowsUnit: unit !== null },
    }))
  const waiting: OwnReport[] = asked('ReportForce')
    .map(body)
    .filter(({ report }) => !board.report.has(report))
    .map(({ report: id, ...rest }) => ({
      ...{ id, ...rest, reportedAt: null, dueAt: null, written: writing.has(id) },
      // The task may be over by the time the report arrives.
      knowsUnit: false,
    }))
  const all = [...stored, ...waiting]
  return all.find(({ written }) => !written) ?? all.at(-1) ?? null
}

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** A time of the day as the first such instant that is not before the event; minutes of `slack` are allowed before it. */
export function instantAfter(event: Millis, minutes: number, offset: number, slack = 60): Millis {
  const midnight = Math.floor((event + offset * MINUTE) / DAY) * DAY - offset * MINUTE
  const at = midnight + minutes * MINUTE
  return at < event - slack * MINUTE ? at + DAY : at
}

/** Minutes of the day, in the operation's zone. */
export const minutesOf = (at: Millis, offset: number): number =>
  Math.floor((at + offset * MINUTE) / MINUTE) % 1440
