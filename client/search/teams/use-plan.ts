import { useMemo } from 'react'
import { nextTasks } from '../../../shared/search/teams/best-next.ts'
import { planTeams } from '../../../shared/search/teams/team-plan.ts'
import { useSearchDesk } from '../search-desk.ts'
import { lacksPeople } from '../segments/segment-words.ts'
import type { SearchBoard } from '../use-search.ts'
import { useAssumed, useBase, useTeams } from './use-teams.ts'

/** The best next task, and the best plan for the teams at hand: one reckoning for every panel. */
export function usePlan(search: SearchBoard) {
  const { segments } = search
  const assumed = useAssumed(search)
  const teams = useTeams(search)
  const base = useBase(search)
  const effort = useSearchDesk((desk) => desk.effort)
  const tasks = useMemo(
    () =>
      nextTasks(
        segments,
        assumed,
        { ...effort, at: base },
        teams.filter(({ out }) => out !== undefined),
      ),
    [segments, assumed, effort, base, teams],
  )
  const plan = useMemo(
    () => planTeams(segments, assumed, teams, effort.minutes),
    [segments, assumed, teams, effort.minutes],
  )
  return { assumed, teams, tasks, plan, minutes: effort.minutes }
}

/** Segments of a plan that a team can be proposed for, each once: one with its people already there is left out. */
export function openPlaces(
  { segments, tasks }: Pick<SearchBoard, 'segments' | 'tasks'>,
  rows: readonly { place: string; gain: number }[],
): string[] {
  const lacking = rows.filter(({ place, gain }) => {
    const segment = segments.find(({ id }) => id === place)
    return gain > 0 && segment && lacksPeople(segment, tasks.get(place))
  })
  return [...new Set(lacking.map(({ place }) => place))]
}
