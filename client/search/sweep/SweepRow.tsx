import { distance, hectares, number, percent } from '../../../shared/i18n/format.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { podOfSweep } from '../../../shared/search/state.ts'
import type { SegmentSearch } from '../../../shared/search/types.ts'
import { useDeskWords } from '../../operations/words.ts'
import { ProbabilityBar } from '../../ui/Bars.tsx'
import styles from '../search.module.css'
import { setSearchDesk, useSearchDesk } from '../search-desk.ts'
import { KindsSwept } from './KindsSwept.tsx'

interface SweepRowProps {
  place: Place
  sweep: SegmentSearch
  onChoose?(): void
}

/** One recorded sweep with what its numbers rest on; choosing it draws the searchers' ways. */
export function SweepRow({ place, sweep, onChoose }: SweepRowProps) {
  const { t, language, time } = useDeskWords()
  const chosen = useSearchDesk(({ sweep: one }) => one?.place === place.id && one.at === sweep.at)
  const choose = () => {
    setSearchDesk({ sweep: chosen ? null : { place: place.id, at: sweep.at } })
    if (!chosen) onChoose?.()
  }
  const { debrief } = sweep
  const pod = podOfSweep(sweep)
  return (
    <div className={styles.sweep} aria-current={chosen || undefined}>
      <b>{place.letter}</b>
      <div className={styles.facts}>
        <button type="button" className={`${styles.choose} clip num`} onClick={choose}>
          {time(sweep.from)}–{time(sweep.to)}
          {sweep.cells && sweep.cells.holes > 0 && (
            <span className="amber" style={{ fontWeight: 400 }}>
              {' · '}
              {t('search:holes', { area: hectares(sweep.cells.holes, language) })}
            </span>
          )}
        </button>
        <div className="small dim">
          {t('search:sweep-rests-on', {
            area: hectares(sweep.area, language),
            width: distance(sweep.sweepWidth.metres, language),
            length: distance(sweep.trackMetres, language),
            coverage: number(sweep.coverage, language, 2),
          })}
          {' · '}
          {t('terms:people', { count: sweep.searchers.length })}
        </div>
        <KindsSwept byKind={sweep.byKind} />
        {debrief && (
          <div className="small dim">
            {t('search:debrief-rests-on', {
              area: hectares(sweep.area, language),
              width: distance(debrief.sweepWidth, language),
              length: distance(debrief.trackMetres, language),
              coverage: number(debrief.coverage, language, 2),
            })}
          </div>
        )}
      </div>
      <ProbabilityBar
        share={pod}
        {...(debrief && { tick: sweep.pod })}
        label={`${t('terms:search.pod')} ${percent(pod, language)}`}
      />
      <span className="num strong">
        {debrief && <s className="dim small">{Math.round(sweep.pod * 100)}</s>} {percent(pod, language)}
      </span>
    </div>
  )
}
