import { useMemo } from 'react'
import { pointInside } from '../../../shared/geo/ring-shapes.ts'
import { number, percent } from '../../../shared/i18n/format.ts'
import { nextTasks } from '../../../shared/search/teams/best-next.ts'
import type { Assumed } from '../../../shared/search/teams/goals.ts'
import { teamKinds } from '../../../shared/search/teams/team-kinds.ts'
import type { BestPlan, TeamInPlan } from '../../../shared/search/teams/team-plan.ts'
import { select } from '../../app/desk-state.ts'
import { useDeskWords } from '../../operations/words.ts'
import { ProbabilityBar } from '../../ui/Bars.tsx'
import { Button } from '../../ui/Button.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import styles from '../search.module.css'
import { openForm, useSearchDesk } from '../search-desk.ts'
import { fromTo } from '../segments/segment-words.ts'
import type { SearchBoard } from '../use-search.ts'
import { TeamName, useGain, useGoalWords } from './goal-words.tsx'
import { goalKey, type TeamOnDesk } from './use-teams.ts'

interface TeamsPlanProps {
  search: SearchBoard
  assumed: Assumed
  teams: readonly TeamOnDesk[]
  plan: BestPlan | null
}

/** Where each team at hand does most, what each adds, and what the same hours would find if split otherwise. */
export function TeamsPlan({ search, assumed, teams, plan }: TeamsPlanProps) {
  const { t, language } = useDeskWords()
  const { operation, segments } = search
  const { people, minutes } = useSearchDesk((desk) => desk.effort)
  const fresh = useSearchDesk((desk) => desk.teams)
  const gain = useGain()
  const top = Math.max(0.001, ...(plan?.teams.map((team) => team.gain) ?? []))
  /** After its present sweep, from where it is, with everybody else where they are. */
  const then = useMemo(
    () =>
      teams.map(({ out, kind, people }) => {
        const ring = segments.find(({ id }) => id === out)?.ring
        if (!ring) return undefined
        // By then it stands somewhere in its segment.
        const at = pointInside(ring)
        const others = teams.filter((team) => team.out !== undefined)
        return nextTasks(segments, assumed, { people, minutes, kind, at }, others)[0]
      }),
    [teams, segments, assumed, minutes],
  )
  const ready = teamKinds
    .filter((kind) => fresh[kind])
    .map((kind) => `${t(`search:kind.${kind}`)}: ${fresh[kind]}`)
  return (
    <>
      <SectionHead title={t('search:teams-plan')} note={t('search:gain-and-pod')} />
      <div className={styles.effort}>
        <p className={styles.beside}>
          {ready.length === 0 ? t('search:no-new-teams') : `${ready.join(', ')}. `}
          {t('search:new-teams-hint', { people, minutes })}
        </p>
        <Button action="team-kinds.change" onPress={() => openForm('kinds')}>
          {t('search:kinds-short')}
        </Button>
      </div>
      {plan && (
        <>
          <ul aria-label={t('search:teams-plan')}>
            {plan.teams.map((row, index) => {
              const team = teams[index]
              return (
                team && (
                  <TeamRow
                    key={team.key}
                    search={search}
                    row={row}
                    team={team}
                    then={then[index]}
                    share={row.gain / top}
                    gain={gain(row.gain)}
                    onChoose={() => select({ kind: 'place', id: row.place }, operation.id)}
                  />
                )
              )
            })}
          </ul>
          <dl className={styles.formula}>
            <dt className={`${styles.sum} strong`}>{t('search:plan-whole')}</dt>
            <dd className={`${styles.sum} num`}>
              <b>{gain(plan.gain)}</b>
            </dd>
            <dt>{t('search:plan-bound')}</dt>
            <dd className="num">
              {plan.bound - plan.gain < 5e-4
                ? t('search:plan-is-best')
                : t('search:at-most', { percent: gain(plan.bound) })}
            </dd>
            <dt className={styles.sum}>{t('search:plan-at-most')}</dt>
            <dd className={`${styles.sum} num`}>{gain(plan.atMost)}</dd>
            <dt>{t('search:plan-by-area')}</dt>
            <dd className="num">{gain(plan.byArea)}</dd>
            <dt>{t('search:plan-equally')}</dt>
            <dd className="num">{gain(plan.equally)}</dd>
          </dl>
          <p className={styles.hint}>
            {t('search:plan-rests-on', {
              hours: number(
                plan.hours.reduce((sum, one) => sum + one, 0),
                language,
                1,
              ),
              width: number(assumed.sweepWidth, language, 1),
              left: percent(
                plan.segments.reduce((sum, one) => sum + one.mass, 0),
                language,
              ),
            })}
          </p>
        </>
      )}
    </>
  )
}

interface TeamRowProps {
  search: SearchBoard
  row: TeamInPlan
  team: TeamOnDesk
  /** Where who is out does most afterwards. */
  then: ReturnType<typeof nextTasks>[number] | undefined
  /** Of the largest gain. */
  share: number
  gain: string
  onChoose(): void
}

function TeamRow({ search, row, team, then, share, gain, onChoose }: TeamRowProps) {
  const { t } = useDeskWords()
  const goal = useGoalWords(search)
  const plus = useGain()
  return (
    <li className={styles.teamNext} data-goal={goalKey(row)}>
      <div className="clip">
        <button type="button" className={`${styles.choose} clip`} onClick={onChoose}>
          <TeamName team={team} /> → {goal(row)}
        </button>
        <div className="small dim clip">
          {team.task
            ? [
                t('search:stays'),
                then &&
                  t('search:then', {
                    goal: goal(then),
                    gain: plus(then.gain),
                    way: Math.round(then.reach.travel),
                  }),
              ]
                .filter(Boolean)
                .join(', ')
            : t('search:way-and-search', {
                way: Math.round(row.reach.travel),
                searching: Math.round(row.reach.searching),
              })}
        </div>
      </div>
      <ProbabilityBar tone="advice" share={share} label={t('search:gain', { percent: gain })} />
      <span className="num right">
        <b>{gain}</b>
        <br />
        <span className="dim small">{fromTo(Math.round(row.pod * 100), Math.round(row.podAfter * 100))}</span>
      </span>
    </li>
  )
}
