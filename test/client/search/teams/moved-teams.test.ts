import { expect, test } from 'vitest'
import { neighbourGoal, placedByHand } from '../../../../client/search/teams/moved-teams.ts'
import type { TeamOnDesk } from '../../../../client/search/teams/use-teams.ts'
import type { Goal } from '../../../../shared/search/teams/goals.ts'
import type { TeamInPlan } from '../../../../shared/search/teams/team-plan.ts'

const goal = (place: string, nth?: number) =>
  ({ place, hole: nth === undefined ? null : { nth, area: 1, pod: 0 } }) as Goal
const goals = [goal('A'), goal('A', 0), goal('B')]
const team = (key: string): TeamOnDesk => ({ key, kind: 'foot', task: null, number: 1, people: 3 })
const best = { goals, teams: [{ goal: 0 }, { goal: 2 }] as TeamInPlan[] }

test('PLAN-201 a team stays where the best plan has it until somebody moves it, and keeps the hours it was given', () => {
  const teams = [team('foot-1'), team('foot-2')]
  expect(placedByHand(teams, {}, best, 60)).toMatchObject({
    to: [0, 2],
    teams: [{ minutes: 60 }, { minutes: 60 }],
  })
  const moved = { 'foot-2': { goal: 'A#0', minutes: 90 } }
  expect(placedByHand(teams, moved, best, 60)).toMatchObject({
    to: [0, 1],
    teams: [{ minutes: 60 }, { minutes: 90 }],
  })
})

test('PLAN-202 where a moved team’s goal is gone, the team is back where the best plan has it', () => {
  expect(placedByHand([team('foot-1')], { 'foot-1': { goal: 'gone' } }, best, 60).to).toEqual([0])
})

test('PLAN-203 by keyboard a team goes to the next goal up or down and no farther than the last', () => {
  expect([neighbourGoal(goals, 0, 1), neighbourGoal(goals, 1, 1), neighbourGoal(goals, 2, 1)]).toEqual([
    'A#0',
    'B',
    null,
  ])
  expect(neighbourGoal(goals, 0, -1)).toBeNull()
})
