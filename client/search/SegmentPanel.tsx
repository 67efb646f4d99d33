import { key } from '../../shared/kernel/ids.ts'
import type { Place } from '../../shared/operations/types.ts'
import { openDialog, openPanel, select } from '../app/desk-state.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { now } from '../ui/clock.ts'
import { Empty, Panel, PanelTitle } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useKey } from '../ui/use-key.ts'
import { SegmentNumbers } from './SegmentNumbers.tsx'
import styles from './search.module.css'
import { setSearchDesk, useSearchDesk } from './search-desk.ts'
import { CreditedTracks } from './segments/CreditedTracks.tsx'
import { LineFacts } from './segments/LineFacts.tsx'
import { SegmentGround } from './segments/SegmentGround.tsx'
import { lacksPeople, useSegmentWords } from './segments/segment-words.ts'
import { DebriefFacts } from './sweep/DebriefFacts.tsx'
import { SweepRow } from './sweep/SweepRow.tsx'
import { Walked } from './sweep/Walked.tsx'
import { WidthFacts } from './sweep/WidthFacts.tsx'
import { type SearchBoard, useCoverage } from './use-search.ts'

/** One segment: what was walked since the last recorded sweep, what that is worth, and what follows. */
export function SegmentPanel({ search, place }: { search: SearchBoard; place: Place }) {
  const { t, time } = useDeskWords()
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
      {segment && <SegmentNumbers search={search} place={place} segment={segment} />}
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
