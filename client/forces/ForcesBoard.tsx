import { useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { findPoints } from '../../shared/city/find-point.ts'
import { distance as metresBetween } from '../../shared/geo/distance.ts'
import { ageingFor } from '../../shared/positions/age.ts'
import { openRail, select, useDesk } from '../app/desk-state.ts'
import { useCity } from '../operations/use-city.ts'
import { useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { now } from '../ui/clock.ts'
import { TextInput } from '../ui/Fields.tsx'
import { Empty } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Segments } from '../ui/Segments.tsx'
import { type Column, type Sort, Table } from '../ui/Table.tsx'
import { useKey } from '../ui/use-key.ts'
import { useWords } from '../ui/words.ts'
import { CarrierName, CarrierStatusWord, FixAge, HowFar } from './CarrierCells.tsx'
import styles from './forces.module.css'
import { ordered } from './order.ts'
import { type Carrying, type ForcesFilter, kindOf, passes } from './status.ts'
import { useFound } from './use-found.ts'
import { reference, showOnMap } from './where.ts'

/**
 * What the list is sorted by changes with every fix; it is put in order again this often, and this soon after a change of
 * the board: not at once, because with 50,000 people each change would cost the whole list. Milliseconds.
 */
const orderAgain = 3_000
const orderSoon = 500

/** Everybody: status, age of the fix and distance, found by call sign, name, phone, place or coordinates. */
export function ForcesBoard() {
  const { t, language } = useWords()
  const store = useStore()
  const city = useCity()
  const selected = useDesk((desk) => desk.selected)
  const [text, setText] = useState('')
  const [kind, setKind] = useState<ForcesFilter['kind']>('all')
  const [status, setStatus] = useState<ForcesFilter['status']>('on-duty')
  const [sort, setSort] = useState<Sort>({ column: 'distance', descending: false })
  const found = useFound(text)
  const points = findPoints(city, text, language, 3)
  const search = useRef<HTMLDivElement>(null)
  useKey('show.forces', () => openRail(null))
  const [turn, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    search.current?.querySelector('input')?.focus()
    const timer = setInterval(again, orderAgain)
    let soon: ReturnType<typeof setTimeout> | undefined
    const off = store.board.onBatch(() => {
      soon ??= setTimeout(() => {
        soon = undefined
        again()
      }, orderSoon)
    })
    return () => {
      clearInterval(timer)
      clearTimeout(soon)
      off()
    }
  }, [store])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the board and the positions change in place
  const rows = useMemo(() => {
    const { board } = store.board
    const { at, lat, lng } = store.live.table
    const filter = { kind, status, text: text.trim().toLocaleLowerCase(), found }
    const time = now()
    const all: Carrying[] = [...board.unit.values(), ...board.assistant.values()]
    const kept = all.filter((one) => passes(one, filter, at[one.no] ?? 0, time, ageingFor))
    const from = reference(store)
    return ordered(kept, sort, {
      taskOf: (id) => board.task.get(id),
      heardAt: (no) => at[no] || 0,
      metresOf: ({ no }) =>
        from && at[no] ? metresBetween({ lat: lat[no] as number, lng: lng[no] as number }, from) : null,
    })
  }, [store, turn, kind, status, text, found, sort, selected])
  const columns: Column<Carrying>[] = [
    {
      id: 'name',
      head: t('desk:who'),
      sortable: true,
      cell: (row) => <CarrierName kind={kindOf(row)} id={row.id} />,
    },
    {
      id: 'status',
      head: t('desk:status'),
      width: '23%',
      sortable: true,
      cell: (row) => <CarrierStatusWord kind={kindOf(row)} id={row.id} />,
    },
    {
      id: 'age',
      head: t('desk:fix-age'),
      width: '16%',
      align: 'right',
      sortable: true,
      cell: (row) => <FixAge no={row.no} />,
    },
    {
      id: 'distance',
      head: t('desk:distance'),
      width: '22%',
      align: 'right',
      sortable: true,
      cell: (row) => <HowFar kind={kindOf(row)} id={row.id} />,
    },
  ]
  return (
    <>
      <SectionHead
        title={t('desk:forces')}
        count={rows.length}
        action="show.forces"
        onAction={() => openRail(null)}
      />
      <div className={styles.filters} ref={search}>
        <TextInput
          label={t('desk:find')}
          type="search"
          value={text}
          onChange={setText}
          placeholder={t('desk:find-hint')}
          maxLength={40}
        />
        {points.length > 0 && (
          <div className={styles.found}>
            {points.map(({ name, at }) => (
              <Button key={name} icon="pin" onPress={() => useDesk.getState().map?.camera.goTo(at)}>
                {name}
              </Button>
            ))}
          </div>
        )}
        <Segments
          label={t('desk:kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all', label: t('desk:all') },
            { value: 'unit', label: t('desk:units') },
            { value: 'assistant', label: t('desk:assistants') },
          ]}
        />
        <Segments
          label={t('desk:status')}
          value={status}
          onChange={setStatus}
          options={(['on-duty', 'free', 'busy', 'lost', 'all'] as const).map((value) => ({
            value,
            label: t(`desk:filter.${value}`),
          }))}
        />
      </div>
      <Table
        grow
        label={t('desk:forces')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        selected={selected?.id ?? null}
        sort={sort}
        onSort={setSort}
        onChoose={(row) => {
          const thing = { kind: kindOf(row), id: row.id }
          // The second press on the same row goes there.
          if (selected?.id === row.id) showOnMap(store, thing)
          select(thing)
        }}
        empty={<Empty>{t('desk:nobody')}</Empty>}
      />
    </>
  )
}
