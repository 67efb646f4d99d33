import { distance, number, percent } from '../../../shared/i18n/format.ts'
import { key } from '../../../shared/kernel/ids.ts'
import type { Place } from '../../../shared/operations/types.ts'
import type { SaidOfSweep } from '../../../shared/search/sweep/debrief-types.ts'
import type { SegmentSearch } from '../../../shared/search/types.ts'
import { coverageOfSpacing } from '../../../shared/search-theory/coverage.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk, useText } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Panel.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import styles from '../search.module.css'
import { openForm, setSearchDesk } from '../search-desk.ts'
import { fromTo } from '../segments/segment-words.ts'

interface DebriefFactsProps {
  place: Place
  sweep: SegmentSearch
  /** Whether the search is open. */
  open: boolean
}

/** What the team said of a sweep, and each measured number beside the corrected one. */
export function DebriefFacts({ place, sweep, open }: DebriefFactsProps) {
  const { t, language, time } = useDeskWords()
  const ask = useAsk(`debrief:${place.id}`)
  const { debrief } = sweep
  const words = useText(debrief?.words)
  const saidWords = useSaid()
  const begin = () => {
    setSearchDesk({ debrief: { place: place.id, at: sweep.at } })
    openForm('debrief')
  }
  return (
    <>
      <SectionHead title={t('search:debrief')} note={`${time(sweep.from)}–${time(sweep.to)}`} />
      {debrief ? (
        <>
          <dl className={styles.formula}>
            <dt>{t('terms:search.sweep-width')}</dt>
            <dd className="num">
              {fromTo(distance(sweep.sweepWidth.metres, language), distance(debrief.sweepWidth, language))}
            </dd>
            <dt>{t('search:length-counted')}</dt>
            <dd className="num">
              {fromTo(distance(sweep.trackMetres, language), distance(debrief.trackMetres, language))}
            </dd>
            <dt>{t('search:coverage-formula')}</dt>
            <dd className="num">
              {fromTo(number(sweep.coverage, language, 2), number(debrief.coverage, language, 2))}
            </dd>
            {debrief.said.spacing !== null && (
              <>
                <dt>
                  {t('search:coverage-by-spacing', { spacing: distance(debrief.said.spacing, language) })}
                </dt>
                <dd className="num">
                  {number(coverageOfSpacing(debrief.sweepWidth, debrief.said.spacing), language, 2)}
                </dd>
              </>
            )}
            <dt className={styles.sum}>{t('search:pod-corrected')}</dt>
            <dd className={`${styles.sum} num`}>
              {fromTo(percent(sweep.pod, language, 1), '')}
              <b>{percent(debrief.pod, language, 1)}</b>
            </dd>
            {debrief.podAssumed > debrief.pod + 5e-4 && (
              <>
                <dt>{t('search:pod-assumed')}</dt>
                <dd className="num">{percent(debrief.podAssumed, language, 1)}</dd>
              </>
            )}
          </dl>
          <p className={styles.hint}>
            {saidWords(debrief.said)}
            {words && `. ${words}`}
          </p>
        </>
      ) : (
        <Empty>{t('search:not-debriefed')}</Empty>
      )}
      {ask.refused && (
        <div className={styles.said}>
          <Refusal refusal={ask.refused.refusal} />
        </div>
      )}
      {open && (
        <div className={styles.caseActions}>
          <Button action="sweep.debrief" onPress={begin}>
            {t(debrief ? 'search:debrief-again' : 'search:debrief-begin')}
          </Button>
          {debrief && (
            <Button
              onPress={() =>
                void ask.give(
                  'UndoDebrief',
                  { place: place.id, sweep: sweep.at },
                  { seen: [key('place', place.id)] },
                )
              }
              refused={ask.sending.length > 0 && t('operations:sending')}
            >
              {t('search:debrief-undo')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

/** What was said, in a line. */
function useSaid() {
  const { t, language } = useDeskWords()
  return ({ light, terrain, width, missed, others }: SaidOfSweep): string =>
    [
      t(`search:light.${light}`),
      t(`search:terrain.${terrain}`),
      t(`search:seen-how.${width.by}`) +
        (width.by === 'planned' ? '' : `: ${t(`terms:visibility.${width.visibility}`)}`) +
        (width.by === 'rd-test' ? `, ${distance(width.rd, language)}` : ''),
      missed && 'share' in missed && t('search:said-missed', { percent: percent(missed.share, language) }),
      missed && 'ring' in missed && t('search:said-missed-part'),
      others &&
        t(others.confirmed ? 'search:said-others' : 'search:said-others-assumed', {
          count: others.people,
          length: distance(others.metres, language),
        }),
    ]
      .filter(Boolean)
      .join(', ')
}
