import { useMemo } from 'react'
import { percent } from '../../shared/i18n/format.ts'
import { planTeams, type TeamInPlan } from '../../shared/search/team-plan.ts'
import { isLive } from '../../shared/tasks/links.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { select } from '../app/desk-state.ts'
import { UnitName } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { ProbabilityBar } from '../ui/Bars.tsx'
import { NumberInput } from '../ui/Fields.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import type { SuccessChartProps } from './SuccessChart.tsx'
import styles from './search.module.css'
import { setSearchDesk, useSearchDesk } from './search-desk.ts'
import { fromTo } from './segment-words.ts'
import type { SearchBoard } from './use-search.ts'

interface TeamsPlanProps {
  search: SearchBoard
  assumed: SuccessChartProps['assumed']
}

/** Which segment for each team at hand, what each adds, and what the same hours would find if split otherwise. */
export function TeamsPlan({ search: { operation, segments, tasks }, assumed }: TeamsPlanProps) {
  const { t, language } = useDeskWords()
  const { people, minutes } = useSearchDesk((desk) => desk.effort)
  const fresh = useSearchDesk((desk) => desk.teams)
  const out = useMemo(() => [...tasks.values()].sort((a, b) => a.number - b.number), [tasks])
  const plan = planTeams(
    segments,
    assumed,
    [
      ...Array.from({ length: fresh }, () => ({ people })),
      ...out.map(({ members, place }) => ({ people: members.filter(isLive).length, out: place })),
    ],
    minutes,
  )
  const plus = (share: number) => `+${percent(share, language, 1)}`
  const top = Math.max(0.001, ...(plan?.teams.map(({ gain }) => gain) ?? []))
  return (
    <>
      <SectionHead title={t('search:teams-plan')} note={t('search:gain-and-pod')} />
      <div className={styles.effort}>
        <NumberInput
          label={t('search:new-teams')}
          value={fresh}
          min={0}
          max={12}
          onChange={(teams) => teams !== null && setSearchDesk({ teams })}
        />
        <p className={styles.beside}>{t('search:new-teams-hint', { people, minutes })}</p>
      </div>
      {plan && (
        <>
          <ul aria-label={t('search:teams-plan')}>
            {plan.teams.map((team, index) => (
              <TeamRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a team not yet sent is its place in the list
                key={index}
                team={team}
                task={out[index - fresh]}
                number={index + 1}
                letter={segments.find(({ id }) => id === team.place)?.letter ?? ''}
                share={team.gain / top}
                gain={plus(team.gain)}
                onChoose={() => select({ kind: 'place', id: team.place }, operation.id)}
              />
            ))}
          </ul>
          <dl className={styles.formula}>
            <dt className={`${styles.sum} strong`}>{t('search:plan-whole')}</dt>
            <dd className={`${styles.sum} num`}>
              <b>{plus(plan.gain)}</b>
            </dd>
            <dt>{t('search:plan-by-area')}</dt>
            <dd className="num">{plus(plan.byArea)}</dd>
            <dt>{t('search:plan-equally')}</dt>
            <dd className="num">{plus(plan.equally)}</dd>
            <dt>{t('search:plan-at-most')}</dt>
            <dd className="num">{plus(plan.atMost)}</dd>
          </dl>
        </>
      )}
    </>
  )
}

interface TeamRowProps {
  team: TeamInPlan
  task: Task | undefined
  number: number
  letter: string
  /** Of the largest gain. */
  share: number
  gain: string
  onChoose(): void
}

function TeamRow({ team, task, number, letter, share, gain, onChoose }: TeamRowProps) {
  const { t } = useDeskWords()
  return (
    <li className={styles.teamNext}>
      <div className="clip">
        <button type="button" className={`${styles.choose} clip`} onClick={onChoose}>
          {task ? <UnitName id={task.unit} /> : t('search:new-team', { number })} → {letter}
          {task && (
            <span className="small dim" style={{ fontWeight: 400 }}>
              {' '}
              {t('search:stays')}
            </span>
          )}
        </button>
      </div>
      <ProbabilityBar tone="advice" share={share} label={t('search:gain', { percent: gain })} />
      <span className="num right">
        <b>{gain}</b>{' '}
        <span className="dim small">
          {fromTo(Math.round(team.pod * 100), Math.round(team.podAfter * 100))}
        </span>
      </span>
    </li>
  )
}
