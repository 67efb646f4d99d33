import type { Id } from '../../../shared/kernel/ids.ts'
import type { Goal } from '../../../shared/search/teams/goals.ts'
import type { BestPlan } from '../../../shared/search/teams/team-plan.ts'
import { setSearchDesk, useSearchDesk } from '../search-desk.ts'
import { goalKey, type TeamOnDesk } from './use-teams.ts'

export interface Moved {
  goal?: string
  minutes?: number
}

/** Minutes that a step of the keyboard adds or takes. */
export const minuteStep = 10
export const leastMinutes = 10
export const mostMinutes = 600

const none: Record<string, Moved> = {}

/** What was moved by hand in this search; kept while the panel is closed. */
export function useMoved(operation: Id): Record<string, Moved> {
  return useSearchDesk(({ moved }) => (moved?.operation === operation ? moved.teams : none))
}

export function moveTeam(operation: Id, key: string, to: Moved): void {
  setSearchDesk(({ moved }) => {
    const teams = moved?.operation === operation ? moved.teams : none
    return { moved: { operation, teams: { ...teams, [key]: { ...teams[key], ...to } } } }
  })
}

/** The teams as they were moved: where nobody moved them, where the best plan has them. */
export function placedByHand(
  teams: readonly TeamOnDesk[],
  moved: Record<string, Moved>,
  { goals, teams: best }: Pick<BestPlan, 'goals' | 'teams'>,
  minutes: number,
): { teams: TeamOnDesk[]; to: number[] } {
  const at = new Map(goals.map((goal, n) => [goalKey(goal), n]))
  return {
    teams: teams.map((team) => ({ ...team, minutes: moved[team.key]?.minutes ?? team.minutes ?? minutes })),
    // A goal that is gone (a segment that was locked, a hole that was filled) lets its team go back.
    to: teams.map(({ key }, n) => at.get(moved[key]?.goal ?? '') ?? best[n]?.goal ?? 0),
  }
}

/** The next goal up or down the list. */
export function neighbourGoal(goals: readonly Goal[], now: number, step: number): string | null {
  const next = goals[now + step]
  return next ? goalKey(next) : null
}
