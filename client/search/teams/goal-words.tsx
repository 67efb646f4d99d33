import { distance, hectares, number, percent } from '../../../shared/i18n/format.ts'
import type { Goal, Reach } from '../../../shared/search/teams/goals.ts'
import { UnitName } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import type { SearchBoard } from '../use-search.ts'
import type { TeamOnDesk } from './use-teams.ts'

/** F, or the hole of F with its size. */
export function useGoalWords({ segments }: Pick<SearchBoard, 'segments'>) {
  const { t, language } = useDeskWords()
  return ({ place, hole }: Pick<Goal, 'place' | 'hole'>): string => {
    const letter = segments.find(({ id }) => id === place)?.letter ?? ''
    return hole ? t('search:hole-of', { letter, area: hectares(hole.area, language) }) : letter
  }
}

/** Everything that a promised gain rests on, in one line. */
export function useReachWords() {
  const { t, language } = useDeskWords()
  return ({ travel, searching, width, speed, sensors }: Reach): string =>
    t('search:reach', {
      way: Math.round(travel),
      searching: Math.round(searching),
      count: sensors,
      width: distance(width, language),
      speed: number(speed, language, 1),
    })
}

export function useGain() {
  const { language } = useDeskWords()
  return (share: number): string => `+${percent(share, language, 1)}`
}

export function TeamName({ team }: { team: TeamOnDesk }) {
  const { t } = useDeskWords()
  if (team.task) return <UnitName id={team.task.unit} />
  return t('search:new-team-of', { kind: t(`search:kind.${team.kind}`), number: team.number })
}
