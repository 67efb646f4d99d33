import { percent } from '../../../shared/i18n/format.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { lockOf } from '../../../shared/search/segments/ground-types.ts'
import type { NextTask } from '../../../shared/search/teams/best-next.ts'
import { select, useDesk } from '../../app/desk-state.ts'
import { useDeskWords } from '../../operations/words.ts'
import { useText } from '../../store/use-store.ts'
import { ProbabilityBar } from '../../ui/Bars.tsx'
import { NumberInput } from '../../ui/Fields.tsx'
import { Keycap } from '../../ui/Keycap.tsx'
import { Empty } from '../../ui/Panel.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { useKey } from '../../ui/use-key.ts'
import styles from '../search.module.css'
import { setSearchDesk, useSearchDesk } from '../search-desk.ts'
import { fromTo, useSegmentWords } from '../segments/segment-words.ts'
import type { SearchBoard } from '../use-search.ts'
import { useGain, useGoalWords, useReachWords } from './goal-words.tsx'
import planStyles from './plan.module.css'
import { goalKey } from './use-teams.ts'

const shownTasks = 8

/** Where one more team does most, with what that rests on. A digit chooses the segment. */
export function BestNext({ search, tasks }: { search: SearchBoard; tasks: readonly NextTask[] }) {
  const { t } = useDeskWords()
  const { operation, segments } = search
  const effort = useSearchDesk((desk) => desk.effort)
  const selected = useDesk((desk) => desk.selected)
  const reach = useReachWords()
  const shown = tasks.slice(0, shownTasks)
  const choose = (task: NextTask | undefined) =>
    task && select({ kind: 'place', id: task.place }, operation.id)
  useKey('pick', (digit) => choose(shown[digit - 1]))
  const top = Math.max(0.001, shown[0]?.gain ?? 0)
  const locked = segments.filter(({ id }) => lockOf(operation, id))
  return (
    <>
      <SectionHead
        title={t('search:best-next')}
        note={t('search:gain-and-pod')}
        action="show.best-next"
        onAction={() => choose(shown[0])}
      />
      {shown.length === 0 && <Empty>{t('search:no-segments')}</Empty>}
      <ul aria-label={t('search:best-next')}>
        {shown.map((task, index) => (
          <NextRow
            key={goalKey(task)}
            search={search}
            task={task}
            cap={index + 1}
            share={task.gain / top}
            current={selected?.id === task.place}
            onChoose={() => choose(task)}
          />
        ))}
        {locked.map((place) => (
          <LockedRow key={place.id} search={search} place={place} />
        ))}
      </ul>
      <div className={planStyles.pair}>
        <NumberInput
          label={t('search:team-people')}
          value={effort.people}
          min={1}
          max={40}
          onChange={(people) => people && setSearchDesk({ effort: { ...effort, people } })}
        />
        <NumberInput
          label={t('search:team-minutes')}
          value={effort.minutes}
          min={10}
          max={600}
          step={10}
          onChange={(minutes) => minutes && setSearchDesk({ effort: { ...effort, minutes } })}
        />
      </div>
      <p className={styles.hint}>
        {shown[0] && `${t('search:first-rests-on', { reach: reach(shown[0].reach) })} `}
        {t('search:gain-is')}
      </p>
    </>
  )
}

interface NextRowProps {
  search: SearchBoard
  task: NextTask
  cap: number
  /** Of the largest gain. */
  share: number
  current: boolean
  onChoose(): void
}

function NextRow({ search, task, cap, share, current, onChoose }: NextRowProps) {
  const { t, language } = useDeskWords()
  const words = useSegmentWords(search)
  const goal = useGoalWords(search)
  const gain = useGain()(task.gain)
  const place = search.segments.find(({ id }) => id === task.place)
  return (
    <li className={styles.next} aria-current={current || undefined}>
      <Keycap parts={[String(cap)]} />
      <div className="clip">
        <button type="button" className={`${styles.choose} clip`} onClick={onChoose}>
          {task.hole ? goal(task) : t('search:to-segment', { letter: goal(task) })}
        </button>
        <div className="small dim clip">
          {t('search:holds-left', { percent: percent(task.mass, language, 1) })}
          {`, ${t('search:way', { minutes: Math.round(task.reach.travel) })}`}
          {place && `, ${words(place)}`}
        </div>
      </div>
      <ProbabilityBar tone="advice" share={share} label={t('search:gain', { percent: gain })} />
      <span className="num right">
        <b>{gain}</b>
        <br />
        <span className="dim small">
          {fromTo(Math.round(task.pod * 100), Math.round(task.podAfter * 100))}
        </span>
      </span>
    </li>
  )
}

/** Nobody goes there, and why. */
function LockedRow({ search: { operation }, place }: { search: SearchBoard; place: Place }) {
  const { t } = useDeskWords()
  const reason = useText(lockOf(operation, place.id)?.reason)
  return (
    <li className={styles.next}>
      <span />
      <div className="clip">
        <button
          type="button"
          className={`${styles.choose} clip`}
          onClick={() => select({ kind: 'place', id: place.id }, operation.id)}
        >
          {t('search:locked-out', { letter: place.letter })}
        </button>
        <div className="small dim clip">{reason}</div>
      </div>
    </li>
  )
}
