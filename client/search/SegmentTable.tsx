import { useRef, useState } from 'react'
import { ringArea } from '../../shared/geo/ring-measure.ts'
import { hectares, number, percent } from '../../shared/i18n/format.ts'
import type { Place } from '../../shared/operations/types.ts'
import { coverageOfSweeps, type SegmentState } from '../../shared/search/state.ts'
import { openPanel, select, useDesk } from '../app/desk-state.ts'
import { useDeskWords } from '../operations/words.ts'
import { ProbabilityBar } from '../ui/Bars.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { type Column, type Sort, Table } from '../ui/Table.tsx'
import { usePriorSource } from './priors/use-prior-source.ts'
import styles from './search.module.css'
import { openForm } from './search-desk.ts'
import { useSegmentWords } from './segments/segment-words.ts'
import type { SearchBoard } from './use-search.ts'

interface Line {
  place: Place | null
  /** At the start. */
  from: number
  now: number
  pod: number
  state: string
}

/** POA now and at the start, POD and its coverage, and what happens in each segment; the rest of the world is last. */
export function SegmentTable({ search }: { search: SearchBoard }) {
  const { t, language } = useDeskWords()
  const stateWords = useSegmentWords(search)
  const source = usePriorSource(search.operation)
  const selected = useDesk((desk) => desk.selected)
  const box = useRef<HTMLDivElement>(null)
  const [sort, setSort] = useState<Sort>({ column: 'letter', descending: false })
  const { operation, segments, state } = search
  const states = new Map(state.segments.map((one): [string, SegmentState] => [one.place, one]))
  const lines = segments.map((place): Line => {
    const segment = states.get(place.id)
    return {
      place,
      from: segment?.poaStart ?? 0,
      now: segment?.poaNow ?? 0,
      pod: segment?.pod ?? 0,
      state: stateWords(place),
    }
  })
  if (sort.column === 'poa') lines.sort((a, b) => (sort.descending ? a.now - b.now : b.now - a.now))
  else if (sort.descending) lines.reverse()
  const rest: Line = {
    ...{ place: null, from: state.rowStart, now: state.rowNow, pod: 0 },
    state: t('search:rest-of-world'),
  }
  const top = Math.max(0.01, rest.now, ...lines.map(({ now }) => now))
  const columns: Column<Line>[] = [
    {
      id: 'letter',
      head: <span className="unseen">{t('search:segment')}</span>,
      width: '44px',
      cell: ({ place }) => (place ? <b>{place.letter}</b> : <span className="dim">{t('search:row')}</span>),
      sortable: true,
    },
    {
      id: 'poa',
      head: t('search:poa'),
      width: '68px',
      align: 'right',
      sortable: true,
      cell: ({ place, now, from }) =>
        place?.poa === null ? (
          '–'
        ) : (
          <span className={`${styles.two} num strong`}>
            {percent(now, language, 1)}
            <small>{t('search:poa-from', { start: number(from * 100, language, 1) })}</small>
          </span>
        ),
    },
    {
      id: 'bar',
      head: '',
      width: '11%',
      wideOnly: true,
      cell: ({ now }) => (
        <ProbabilityBar share={now / top} label={`${t('terms:search.poa')} ${percent(now, language)}`} />
      ),
    },
    {
      id: 'pod',
      head: t('search:pod'),
      width: '54px',
      align: 'right',
      cell: ({ pod, place }) =>
        place?.searches.length ? (
          <span className={`${styles.two} num`}>
            {percent(pod, language)}
            <small>
              {t('search:coverage-is', { coverage: number(coverageOfSweeps(place.searches), language, 2) })}
            </small>
          </span>
        ) : (
          '–'
        ),
    },
    {
      id: 'state',
      head: t('search:state'),
      cell: ({ state: words, place }) => (
        <span className={`${styles.two} dim clip`}>
          {words}
          {place?.ring && (
            <small className="num">
              {t('search:hectares', { area: hectares(ringArea(place.ring), language) })}
            </small>
          )}
        </span>
      ),
    },
  ]
  const focus = () =>
    (
      box.current?.querySelector<HTMLElement>('tr[aria-current] button') ??
      box.current?.querySelector<HTMLElement>('tbody button')
    )?.focus()
  return (
    <>
      <SectionHead
        title={t('search:segments')}
        count={segments.length}
        note={t('search:now-after-sweeps')}
        action="show.segments"
        onAction={focus}
      />
      {segments.length === 0 ? (
        <Empty>{t('search:no-segments')}</Empty>
      ) : (
        <div ref={box}>
          <Table
            label={t('search:segments')}
            columns={columns}
            rows={[...lines, rest]}
            keyOf={({ place }) => place?.id ?? 'rest'}
            selected={selected?.kind === 'place' ? selected.id : null}
            onChoose={({ place }) => {
              // Enter is the panel's from now on: it records or sends.
              if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
              if (place) select({ kind: 'place', id: place.id }, operation.id)
              else openForm('priors')
            }}
            sort={sort}
            onSort={setSort}
            rowHeight={36}
          />
          <p className={styles.inputs}>
            {t('search:poa-rule', { left: number(1 - state.opos, language, 3), source })}
          </p>
        </div>
      )}
      {operation.closedAt === null && (
        <div className={styles.caseActions} style={{ paddingTop: 6 }}>
          {segments.length > 0 && (
            <Button action="priors.change" onPress={() => openForm('priors')}>
              {t('search:change-priors')}
            </Button>
          )}
          {segments.length > 1 && (
            <Button action="consensus.open" onPress={() => openForm('consensus')}>
              {t('search:consensus')}
            </Button>
          )}
          <Button
            action="place.new"
            onPress={() => openPanel({ name: 'new-place', operation: operation.id })}
          >
            {t('search:new-segment')}
          </Button>
        </div>
      )}
    </>
  )
}
