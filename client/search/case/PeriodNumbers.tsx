import { useCallback, useEffect, useMemo, useState } from 'react'
import { percent } from '../../../shared/i18n/format.ts'
import { periodTable } from '../../../shared/search/case/period-table.ts'
import { searchState } from '../../../shared/search/state.ts'
import { Sentence } from '../../journal/Sentence.tsx'
import { useOperationEvents } from '../../operations/use-operation-events.ts'
import { useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'
import { AlarmMark } from '../../ui/Marks.tsx'
import { Empty, Figure, Figures, Notice, Panel, PanelTitle } from '../../ui/Panel.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { useKey } from '../../ui/use-key.ts'
import { SuccessInputs } from '../SuccessInputs.tsx'
import searchStyles from '../search.module.css'
import styles from '../teams/plan.module.css'
import type { SearchBoard } from '../use-search.ts'
import { PeriodSegments } from './PeriodSegments.tsx'
import { replaySearch } from './replay.ts'

/** POA, POD, POS and OPOS period by period, now and as they stood after every record, undo and debriefing. */
export function PeriodNumbers({ search, onClose }: { search: SearchBoard; onClose(): void }) {
  const { t, language, time } = useDeskWords()
  const { operation, segments } = search
  const { events, more, loading, refused, older } = useOperationEvents(operation.id)
  // The numbers are reckoned from the beginning: page after page until the log has no older one.
  useEffect(() => {
    if (more && !loading && refused === null) older()
  }, [more, loading, refused, older])
  const whole = !more && !loading && refused === null
  const steps = useMemo(
    () => (whole ? replaySearch(events, operation.id) : []),
    [whole, events, operation.id],
  )
  /** Null: now. */
  const [chosen, setChosen] = useState<number | null>(null)
  const index = chosen ?? steps.length - 1
  const step = chosen === null ? undefined : steps[chosen]
  const places = step?.places ?? segments
  const state = useMemo(() => searchState(places), [places])
  const periods = operation.search?.periods
  const rows = useMemo(
    () =>
      periodTable(
        places,
        periods?.filter(({ from }) => !step || from <= step.event.at),
      ),
    [places, periods, step],
  )
  const [open, setOpen] = useState<number | null>(null)
  const row = rows[open ?? rows.length - 1]
  const letterOf = (place: string | null) =>
    [...places, ...segments].find(({ id }) => id === place)?.letter ?? ''
  const go = (to: number) => setChosen(to >= steps.length - 1 ? null : Math.max(0, to))
  useKey('close', onClose)
  // The arrows go through the steps at once.
  const begin = useCallback((slider: HTMLInputElement | null) => slider?.focus(), [])
  return (
    <Panel
      actions={
        <>
          <Button onPress={() => go(index - 1)} refused={index <= 0 && t('search:replay-first')}>
            {t('search:replay-back')}
          </Button>
          <Button onPress={() => go(index + 1)} refused={chosen === null && t('search:replay-now')}>
            {t('search:replay-on')}
          </Button>
          <span className="fill" />
          <Button action="close" onPress={onClose}>
            {t('ui:close')}
          </Button>
        </>
      }
    >
      <PanelTitle above={<span className="num">{operation.number}</span>} title={t('search:numbers')} />
      <Figures>
        <Figure value={percent(state.opos, language, 1)}>{t('search:opos')}</Figure>
        <Figure value={percent(state.rowNow, language, 1)} amber={state.lookElsewhere}>
          {t('search:rest-of-world')}
        </Figure>
      </Figures>
      <SuccessInputs operation={operation} state={state} places={places} />
      {state.lookElsewhere && (
        <Notice tone="level2" mark={<AlarmMark level={2} />} title={t('search:look-elsewhere')}>
          {t('search:look-elsewhere-how')}
        </Notice>
      )}
      <SectionHead title={t('search:replay')} note={t('search:replay-note')} />
      {refused !== null && <Empty>{t('journal:failed')}</Empty>}
      {steps.length > 0 && (
        <div className={styles.replay}>
          <input
            ref={begin}
            type="range"
            min={0}
            max={steps.length - 1}
            value={index}
            aria-label={t('search:replay')}
            aria-valuetext={step ? time(step.event.at) : t('search:replay-is-now')}
            onChange={({ target }) => go(Number(target.value))}
          />
          <span className="num strong">{step ? time(step.event.at) : t('search:replay-is-now')}</span>
        </div>
      )}
      {steps[index] && (
        <p className={searchStyles.hint} role="status">
          <span className="num">{time(steps[index].event.at)}</span> <Sentence event={steps[index].event} />
        </p>
      )}
      <SectionHead title={t('search:periods')} note={t('search:periods-note')} />
      {rows.length === 0 && <Empty>{t('search:no-sweeps')}</Empty>}
      {rows.length > 0 && (
        <table className={styles.numbers}>
          <thead>
            <tr>
              <th scope="col">{t('search:period')}</th>
              <th scope="col">{t('search:sweeps')}</th>
              <th scope="col">{t('search:pos')}</th>
              <th scope="col">{t('search:opos-short')}</th>
              <th scope="col">{t('search:row')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one, n) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: a period is its place
                key={n}
                aria-current={one === row || undefined}
              >
                <td>
                  <button type="button" onClick={() => setOpen(n)}>
                    {one.period
                      ? t('search:period-number', { number: one.period.number })
                      : t('search:no-period')}
                  </button>
                </td>
                <td className="num">{one.sweeps}</td>
                <td className="num">{percent(one.pos, language, 1)}</td>
                <td className="num strong">{percent(one.opos, language, 1)}</td>
                <td className={`num ${one.lookElsewhere ? 'amber' : ''}`}>
                  {percent(one.rowAfter, language, 1)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {row && <PeriodSegments row={row} letterOf={letterOf} />}
      <p className={searchStyles.hint}>{t('search:numbers-hint')}</p>
    </Panel>
  )
}
