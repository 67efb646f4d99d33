import { useMemo } from 'react'
import { boxCentre, boxOf } from '../../../shared/geo/box.ts'
import { lockOf } from '../../../shared/search/segments/ground-types.ts'
import type { Assumed, Goal, TeamAtHand } from '../../../shared/search/teams/goals.ts'
import { minutesLeft } from '../../../shared/search/teams/minutes-left.ts'
import { type TeamKind, teamKinds } from '../../../shared/search/teams/team-kinds.ts'
import { isLive } from '../../../shared/tasks/links.ts'
import { type Task, taskState } from '../../../shared/tasks/types.ts'
import { useMinute } from '../../event/use-minute.ts'
import { carrierSpot } from '../../operations/carrier-spot.ts'
import { useBoard, useStore } from '../../store/use-store.ts'
import { useSearchDesk } from '../search-desk.ts'
import { type SearchBoard, useCoverage, usePoint } from '../use-search.ts'

/** What every forecast of the page rests on: one object, so that no two panels reckon with different numbers. */
export function useAssumed({ operation, segments }: Pick<SearchBoard, 'operation' | 'segments'>): Assumed {
  const coverage = useCoverage(operation.id)
  return useMemo(() => {
    const kinds = operation.search?.kinds
    return {
      sweepWidth: operation.search?.sweepWidth.metres ?? 0,
      walked: new Map(coverage.map(({ place, pod }) => [place, pod])),
      left: new Map(coverage.flatMap(({ place, left }) => (left ? [[place, left] as const] : []))),
      locked: new Set(segments.flatMap(({ id }) => (lockOf(operation, id) ? [id] : []))),
      ...(kinds && { kinds }),
    }
  }, [coverage, operation, segments])
}

export interface TeamOnDesk extends TeamAtHand {
  key: string
  kind: TeamKind
  /** Who is out already, or how many of its kind come before it. */
  task: Task | null
  number: number
}

/** Where a team begins that has not been sent: the initial planning point, else the middle of the perimeter. */
export function useBase({ operation }: Pick<SearchBoard, 'operation'>) {
  const ipp = usePoint(operation.search?.ipp)
  return useMemo(() => ipp ?? boxCentre(boxOf(operation.perimeter)), [ipp, operation.perimeter])
}

/** New teams as many as were said, and those that are out where they were last heard from. */
export function useTeams(search: Pick<SearchBoard, 'operation' | 'tasks'>): TeamOnDesk[] {
  const store = useStore()
  const base = useBase(search)
  const { people, minutes } = useSearchDesk((desk) => desk.effort)
  const fresh = useSearchDesk((desk) => desk.teams)
  const { tasks } = search
  // Who handles a dog leads a dog team.
  const dogs = useBoard(
    (board) =>
      [...tasks.values()]
        .filter(({ members }) =>
          members.some(
            (member) =>
              isLive(member) && board.assistant.get(member.assistant)?.skills.includes('dog-handler'),
          ),
        )
        .map(({ id }) => id)
        .join(),
    Object.is,
    'assistant',
  )
  // Positions are looked up now and then; no fix renders anything.
  const minute = useMinute()
  return useMemo(() => {
    const handlers = new Set(dogs.split(','))
    const out = [...tasks.values()]
      .sort((a, b) => a.number - b.number)
      .map(
        (task): TeamOnDesk => ({
          key: task.id,
          kind: handlers.has(task.id) ? 'dog' : 'foot',
          task,
          number: task.number,
          people: task.members.filter(isLive).length,
          out: task.place,
          at: carrierSpot(store, 'unit', task.unit),
          ...(taskState(task) === 'active' && { stands: task.place }),
          minutes: minutesLeft(task, minutes, minute),
          ...(store.board.board.unit.get(task.unit)?.mobility === 'car' && { by: 'vehicle' as const }),
        }),
      )
    const ready = teamKinds.flatMap((kind) =>
      Array.from(
        { length: fresh[kind] ?? 0 },
        (_, n): TeamOnDesk => ({
          key: `${kind}-${n + 1}`,
          kind,
          task: null,
          number: n + 1,
          people,
          at: base,
        }),
      ),
    )
    return [...ready, ...out]
  }, [store, tasks, dogs, fresh, people, minutes, base, minute])
}

export const goalKey = ({ place, hole }: Pick<Goal, 'place' | 'hole'>): string =>
  hole ? `${place}#${hole.nth}` : place
