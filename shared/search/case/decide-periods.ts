import type { Deciders } from '../../board/decision.ts'
import { seal } from '../../kernel/decider.ts'
import { type Id, type Key, key } from '../../kernel/ids.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { openSearch } from '../open-search.ts'
import { openPeriod } from './periods.ts'

/** Longest that one period is planned for. */
const longest = 24 * 3_600_000

/** Operational periods: one runs at a time, and the next one's beginning ends it. */
export const periodDeciders: Deciders<'OpenPeriod' | 'ClosePeriod'> = {
  OpenPeriod: {
    involves: onPlan,
    decide(board, { operation: id, until, objectives, from = 0 }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const periods = operation.search?.periods ?? []
      const last = periods.at(-1)
      const start = from || ctx.now
      if (start > ctx.now + 60_000) return refuse('search.period-later')
      if (last && start < (last.to ?? last.from + 1)) return refuse('search.period-overlap')
      if (until <= Math.max(start, ctx.now) || until > start + longest) return refuse('search.period-times')
      const { sealed, secret } = seal(ctx, objectives)
      const period = {
        id: ctx.newId(),
        number: (last?.number ?? 0) + 1,
        from: start,
        until,
        objectives: sealed,
      }
      const fact = { type: 'PeriodOpened', keys: onPlan({ operation: id }), data: { operation: id, period } }
      return { facts: [fact], secrets: [secret], result: { period: period.id } }
    },
  },

  ClosePeriod: {
    involves: onPlan,
    decide(board, { operation: id }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const running = openPeriod(operation.search?.periods)
      if (!running) return { facts: [] }
      const data = { operation: id, period: running.id, to: Math.max(ctx.now, running.from + 1) }
      return { facts: [{ type: 'PeriodClosed', keys: onPlan({ operation: id }), data }] }
    },
  },
}

/** The objectives are the desk's: with the case's key no phone reads them. */
function onPlan({ operation }: { operation: Id }): Key[] {
  return [key('operation', operation), key('case', operation)]
}
