import { distance, number, percent } from '../../shared/i18n/format.ts'
import { key } from '../../shared/kernel/ids.ts'
import type { Place } from '../../shared/operations/types.ts'
import { afterSearch, shifted } from '../../shared/search-theory/bayes.ts'
import { podFromCoverage } from '../../shared/search-theory/detection.ts'
import type { CoverageOfSegment } from '../../shared/wire/read.ts'
import { openDialog, openPanel, select } from '../app/desk-state.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { now } from '../ui/clock.ts'
import { Empty, Panel, PanelTitle } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useKey } from '../ui/use-key.ts'
import styles from './search.module.css'
import { setSearchDesk, useSearchDesk } from './search-desk.ts'
import { CreditedTracks } from './segments/CreditedTracks.tsx'
import { LineFacts } from './segments/LineFacts.tsx'
import { SegmentGround } from './segments/SegmentGround.tsx'
import { fromTo, lacksPeople, useSegmentWords } from './segments/segment-words.ts'
import { DebriefFacts } from './sweep/DebriefFacts.tsx'
import { Dropped } from './sweep/Dropped.tsx'
import { KindsSwept } from './sweep/KindsSwept.tsx'
import { SweepRow } from './sweep/SweepRow.tsx'
import { SweptShare } from './sweep/SweptShare.tsx'
import { Walker } from './sweep/Walker.tsx'
import { WidthFacts } from './sweep/WidthFacts.tsx'
import { type SearchBoard, useCoverage } from './use-search.ts'

/** One segment: what was walked since the last recorded sweep, what that is worth, and what follows. */
export function SegmentPanel({ search, place }: { search: SearchBoard; place: Place }) {
  const { t, language, time } = useDeskWords()
  const { operation, state, tasks } = search
  const ask = useAsk(`segment:${place.id}`)
  const words = useSegmentWords(search)
  const measured = useCoverage(operation.id).find((one) => one.place === place.id)
  const segment = state.segments.find((one) => one.place === place.id)
  const task = tasks.get(place.id)
  const open = operation.closedAt === null
  const last = place.searches.at(-1)
  const chosenAt = useSearchDesk(({ sweep }) => (sweep?.place === place.id ? sweep.at : null))
  const chosen = place.searches.find(({ at }) => at === chosenAt)
  const spoken = chosen ?? last
  const from = last?.to ?? operation.openedAt
  const overview = () => select({ kind: 'operation', id: operation.id })
  useKey('show.best-next', overview)
  const sending = ask.sending.length > 0 && t('operations:sending')
  const walked = (measured?.searchers.length ?? 0) > 0

  async function record() {
    const answer = await ask.give(
      'RecordSearch',
      { place: place.id, from, to: Math.round(now()) },
      { seen: [key('place', place.id)] },
    )
    if (answer.ok) setSearchDesk({ sweep: null })
  }
  return (
    <Panel
      actions={
        open ? (
          <>
            <Button
              kind={walked ? 'primary' : 'normal'}
              action="confirm"
              onPress={() => void record()}
              refused={sending || (!walked && t('search:nothing-walked'))}
            >
              {t('search:record')}
            </Button>
            <Button
              kind={walked ? 'normal' : 'primary'}
              action="propose"
              onPress={() => openPanel({ name: 'proposal', operation: operation.id, places: [place.id] })}
              refused={!lacksPeople(place, task) && t('search:segment-full')}
            >
              {t('search:send-team')}
            </Button>
            <Button
              action="undo"
              onPress={() =>
                void ask.give(
                  'UndoSearch',
                  { place: place.id, ...(chosen && { sweep: chosen.at }) },
                  { seen: [key('place', place.id)] },
                )
              }
              refused={sending || (!last && t('search:nothing-recorded'))}
            >
              {t('search:undo')}
            </Button>
            <Button
              className="only-l"
              action="message.write"
              onPress={() => openDialog({ name: 'message', operation: operation.id, task: task?.id ?? null })}
            >
              {t('operations:message')}
            </Button>
            <Button onPress={() => openPanel({ name: 'change-place', place: place.id })}>
              {t('operations:change-place')}
            </Button>
          </>
        ) : undefined
      }
    >
      <PanelTitle
        above={
          <>
            <span>{t('terms:place.segment')}</span>
            <span className="fill" />
            <span className="small">{words(place)}</span>
          </>
        }
        title={`${place.letter} · ${place.name}`}
      />
      {ask.refused && (
        <div className={styles.said}>
          <Refusal refusal={ask.refused.refusal} />
        </div>
      )}
      {segment && (
        <dl className={styles.formula}>
          <dt>{t('search:poa-start-now')}</dt>
          <dd className="num">
            {place.poa === null
              ? t('search:no-poa')
              : fromTo(percent(segment.poaStart, language, 1), percent(segment.poaNow, language, 1))}
          </dd>
          <dt>{t('search:pod-all')}</dt>
          <dd className="num">{percent(segment.pod, language)}</dd>
        </dl>
      )}
      <SegmentGround search={search} place={place} />
      <LineFacts search={search} place={place} />
      <SectionHead title={t('search:since-last')} note={t('search:since', { time: time(from) })} />
      {measured && walked ? (
        <Walked search={search} place={place} measured={measured} />
      ) : (
        <>
          <Empty>{t(task ? 'search:not-walked-yet' : 'search:nobody-there')}</Empty>
          <WidthFacts width={operation.search?.sweepWidth} />
        </>
      )}
      <CreditedTracks operation={operation} place={place} />
      <SectionHead title={t('search:sweeps')} count={place.searches.length} note={t('search:sweeps-note')} />
      {place.searches.length === 0 && <Empty>{t('search:no-sweeps-here')}</Empty>}
      <ul aria-label={t('search:sweeps')}>
        {[...place.searches].reverse().map((sweep) => (
          <li key={sweep.at}>
            <SweepRow place={place} sweep={sweep} />
          </li>
        ))}
      </ul>
      {spoken && <DebriefFacts place={place} sweep={spoken} open={open} />}
      <div className={styles.said}>
        <Button action="show.best-next" onPress={overview}>
          {t('search:whole-plan')}
        </Button>
      </div>
    </Panel>
  )
}

/** Width × length ÷ area = coverage, and what it means, line by line. */
function Walked({
  search: { operation, state, segments, tasks },
  place,
  measured,
}: {
  search: SearchBoard
  place: Place
  measured: CoverageOfSegment
}) {
  const { t, language } = useDeskWords()
  const { searchers, sweepWidth, area, coverage, pod, podOfArea } = measured
  const length = searchers.reduce((sum, { metres }) => sum + metres, 0)
  const residual = {
    masses: state.segments.map(({ poaNow }) => poaNow),
    outside: state.rowNow,
  }
  const index = segments.findIndex(({ id }) => id === place.id)
  const after = shifted(
    afterSearch(
      residual,
      residual.masses.map((_, i) => (i === index ? pod : 0)),
    ),
  )
  return (
    <>
      <dl className={styles.walkers}>
        {searchers.map(({ assistant, metres, dropped: of }) => (
          <div key={assistant} style={{ display: 'contents' }}>
            <dt className="clip strong">
              <Walker operation={operation} id={assistant} />
            </dt>
            <dd className="small dim num">
              <Dropped of={of} />
            </dd>
            <dd className="num right strong">{distance(metres, language)}</dd>
          </div>
        ))}
      </dl>
      <WidthFacts width={sweepWidth} />
      {measured.byKind && (
        <div className={styles.said}>
          <KindsSwept byKind={measured.byKind} />
        </div>
      )}
      <dl className={styles.formula}>
        <dt>{t('search:length-all')}</dt>
        <dd className="num">{distance(length, language)}</dd>
        <dt>{t('search:area')}</dt>
        <dd className="num">{t('search:hectares', { area: number(area / 10_000, language, 1) })}</dd>
        <dt className={styles.sum}>{t('search:coverage-formula')}</dt>
        <dd className={`${styles.sum} num`}>{number(coverage, language, 2)}</dd>
        <dt>{t('search:pod-even')}</dt>
        <dd className="num">{percent(podFromCoverage(coverage), language, 1)}</dd>
        {podOfArea !== undefined && (
          <>
            <dt>{t('search:pod-of-area')}</dt>
            <dd className="num">{percent(podOfArea, language, 1)}</dd>
          </>
        )}
        <dt>{t(podOfArea === undefined ? 'search:pod-cells' : 'search:pod-left')}</dt>
        <dd className="num">
          <b>{percent(pod, language, 1)}</b>
        </dd>
        <dt className={styles.sum}>{t('search:poa-if-recorded')}</dt>
        <dd className={`${styles.sum} num`}>
          {fromTo(
            percent(residual.masses[index] ?? 0, language, 1),
            percent(after.masses[index] ?? 0, language, 1),
          )}
        </dd>
        <dt>{t('search:row-if-recorded')}</dt>
        <dd className="num">
          {fromTo(percent(residual.outside, language, 1), percent(after.outside, language, 1))}
        </dd>
      </dl>
      <SweptShare place={place} task={tasks.get(place.id)} measured={measured} />
      <p className={styles.hint}>{t('search:cells-hint')}</p>
    </>
  )
}
