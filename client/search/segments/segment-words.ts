import { type Language, number, percent } from '../../../shared/i18n/format.ts'
import type { Id } from '../../../shared/kernel/ids.ts'
import type { Place } from '../../../shared/operations/types.ts'
import type { SegmentState } from '../../../shared/search/state.ts'
import { isLive } from '../../../shared/tasks/links.ts'
import { type Task, taskState } from '../../../shared/tasks/types.ts'
import { useDeskWords } from '../../operations/words.ts'
import { type SearchBoard, useCoverage } from '../use-search.ts'

/** What happens in a segment, in a few words. */
export function useSegmentWords({ operation, tasks }: Pick<SearchBoard, 'operation' | 'tasks'>) {
  const { t, time } = useDeskWords()
  const coverage = useCoverage(operation.id)
  const walked = new Set<Id>(
    coverage.filter(({ searchers }) => searchers.length > 0).map(({ place }) => place),
  )
  return ({ id, searches }: Place): string => {
    const task = tasks.get(id)
    if (task) {
      const state = taskState(task)
      if (state === 'active') return t('search:state.in', { task: task.number })
      return t('search:state.team', { task: task.number, state: t(`terms:task.${state}`) })
    }
    if (walked.has(id)) return t('search:state.unrecorded')
    const last = searches.at(-1)
    return last ? t('search:state.done', { time: time(last.at) }) : t('search:state.not-searched')
  }
}

/** 25 % → 20 %: what something was and what it becomes. */
export const fromTo = (from: string | number, to: string | number): string => `${from} → ${to}`

/** A segment's probability now with what it is reckoned from: what is left is made up to 100 % again. */
export const poaWorked = (
  { poaNow, poaStart, pod }: SegmentState,
  opos: number,
  language: Language,
): string =>
  `${percent(poaNow, language, 1)} = ${percent(poaStart, language, 1)} × (1 − ${number(pod, language, 2)}) ÷ ${number(1 - opos, language, 3)}`

/** Whether a team, or more people, could still be sent to a segment. */
export const lacksPeople = ({ slots }: Place, task: Task | undefined): boolean =>
  task === undefined || task.members.filter(isLive).length < slots.length
