import { percent } from '../../shared/i18n/format.ts'
import { type NextTask, searchSpeed } from '../../shared/search/best-next.ts'
import { select, useDesk } from '../app/desk-state.ts'
import { useDeskWords } from '../operations/words.ts'
import { ProbabilityBar } from '../ui/Bars.tsx'
import { NumberInput } from '../ui/Fields.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import { Empty } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useKey } from '../ui/use-key.ts'
import styles from './search.module.css'
import { setSearchDesk, useSearchDesk } from './search-desk.ts'
import { fromTo, useSegmentWords } from './segment-words.ts'
import type { SearchBoard } from './use-search.ts'

/** Where one more team does most, with what that rests on. A digit chooses the segment. */
export function BestNext({ search, tasks }: { search: SearchBoard; tasks: readonly NextTask[] }) {
  const { t, language } = useDeskWords()
  const { operation, segments, state } = search
  const words = useSegmentWords(search)
  const effort = useSearchDesk((desk) => desk.effort)
  const selected = useDesk((desk) => desk.selected)
  const shown = tasks.slice(0, 6)
  const choose = (task: NextTask | undefined) =>
    task && select({ kind: 'place', id: task.place }, operation.id)
  useKey('pick', (digit) => choose(shown[digit - 1]))
  const top = Math.max(0.001, shown[0]?.gain ?? 0)
  const width = operation.search?.sweepWidth.metres ?? 0
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
        {shown.map((task, index) => {
          const place = segments.find(({ id }) => id === task.place)
          const now = state.segments.find((one) => one.place === task.place)?.poaNow ?? 0
          return (
            <li
              key={task.place}
              className={styles.next}
              aria-current={selected?.id === task.place || undefined}
            >
              <Keycap parts={[String(index + 1)]} />
              <div className="clip">
                <button type="button" className={`${styles.choose} clip`} onClick={() => choose(task)}>
                  {t('search:to-segment', { letter: place?.letter ?? '' })}
                </button>
                <div className="small dim clip">
                  {t('search:holds', { percent: percent(now, language) })}
                  {place && `, ${words(place)}`}
                </div>
              </div>
              <ProbabilityBar
                tone="advice"
                share={task.gain / top}
                label={t('search:gain', { percent: percent(task.gain, language, 1) })}
              />
              <span className="num right">
                <b>+{percent(task.gain, language, 1)}</b>
                <br />
                <span className="dim small">
                  {fromTo(Math.round(task.pod * 100), Math.round(task.podAfter * 100))}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
      <div className={styles.effort}>
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
        {t('search:assumed', {
          speed: (searchSpeed / 1000).toLocaleString(language === 'en' ? 'en' : 'ru'),
          width,
        })}
      </p>
    </>
  )
}
