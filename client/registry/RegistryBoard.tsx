import { useRef, useState } from 'react'
import { hasRole } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import { number } from '../../shared/i18n/format.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { select, useDesk } from '../app/desk-state.ts'
import { regionName } from '../app/region-name.ts'
import { maySend, useStaff, viewerOf } from '../app/staff-session.ts'
import { useFound } from '../forces/use-found.ts'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useBoard, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Choices.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Empty, Figure, Figures } from '../ui/Panel.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { type Sort, Table } from '../ui/Table.tsx'
import { columnsOf } from './columns.tsx'
import { RosterTools } from './RosterTools.tsx'
import styles from './registry.module.css'
import {
  countRoll,
  type Entry,
  isUnit,
  phoneHolders,
  type RollFilter,
  rollFilters,
  rollOf,
  seesDevices,
  sorted,
} from './roll.ts'
import { type View, ViewSwitch } from './ViewSwitch.tsx'

type Counts = ReturnType<typeof countRoll>
const sameCounts = (a: Counts, b: Counts) => rollFilters.every((filter) => a[filter] === b[filter])
const phonesOf = (board: Board) => [...phoneHolders(board)]

interface RegistryBoardProps {
  onImport(): void
  onRegisterUnit(): void
  /** Only for whoever sees applications. */
  onView?(view: View): void
}

/** The register as a table: filtered, found by call sign, name or phone, one line per person or unit. */
export function RegistryBoard({ onImport, onRegisterUnit, onView }: RegistryBoardProps) {
  const { t, language, offset } = useDeskWords()
  const session = useStaff()
  const { board } = useStore()
  const selected = useDesk((desk) => desk.selected)
  const [filter, setFilter] = useState<RollFilter>('all')
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Sort>({ column: '', descending: false })
  const found = useFound(text)
  const find = useRef<HTMLDivElement>(null)
  const counts = useBoard(countRoll, sameCounts)
  const phones = new Set(useBoard(phonesOf, sameItems, 'device'))
  const units = filter === 'units'

  const texts: Record<string, (entry: Entry) => string> = {
    'call-sign': ({ callSign }) => callSign,
    region: ({ region }) => regionName(t, region),
    status: (entry) => (isUnit(entry) ? entry.mobility : entry.status),
    phone: ({ id }) => (phones.has(id) ? '0' : '1'),
    shift: ({ shift }) => (bookedOn(shift) ? String(shift.to) : '9'),
  }
  const rows = useBoard(
    (now) => sorted(rollOf(now, filter, text, found), texts[sort.column] ?? null, sort.descending),
    sameItems,
  )
  const regions = session.me.grants.flatMap((grant) => grant.regions)
  const mayRegister = regions.some((region) =>
    maySend(session, board.board, 'RegisterUnit', { callSign: 'X', region, mobility: 'car' }),
  )
  const devices = seesDevices(viewerOf(session))
  // Without the applications nobody can tell whose card is still out.
  const registers = hasRole(viewerOf(session), ['registrar', 'police-reviewer', 'auditor'])
  const filters = rollFilters
    .filter((value) => (devices || value !== 'no-phone') && (registers || value !== 'card-back'))
    .map((value) => ({ value, label: t(`registry:filter.${value}`) }))
  return (
    <div className={styles.board}>
      <aside className={`${styles.rail} only-l`}>
        <SectionHead title={t('registry:show')} action="queue.show" onAction={() => focusIn(find.current)} />
        <Rows label={t('registry:show')}>
          {filters.map(({ value, label }) => (
            <Row
              key={value}
              title={label}
              selected={value === filter}
              onChoose={() => setFilter(value)}
              end={
                <span className="flow">
                  {(value === 'suspended' || value === 'card-back') && counts[value] > 0 && (
                    <AlarmMark level={2} size={14} />
                  )}
                  <span className="num strong">{counts[value]}</span>
                </span>
              }
            />
          ))}
        </Rows>
      </aside>
      <section className={styles.main}>
        <header className={styles.head}>
          <div className={styles.title}>
            <span className="dim small">{t(units ? 'registry:units' : 'registry:people')}</span>
            <h1>{t(`registry:filter.${filter}`)}</h1>
          </div>
          <Figures>
            <Figure value={counts.active}>{t('registry:filter.active')}</Figure>
            <Figure value={counts['on-duty']}>{t('registry:filter.on-duty')}</Figure>
            {devices && <Figure value={counts['no-phone']}>{t('registry:filter.no-phone')}</Figure>}
            <Figure value={counts.suspended} amber={counts.suspended > 0}>
              {t('registry:filter.suspended')}
            </Figure>
          </Figures>
        </header>
        <div className={styles.tools} ref={find}>
          {onView && <ViewSwitch view="roll" onView={onView} />}
          <TextInput
            label={t('registry:find')}
            type="search"
            value={text}
            onChange={setText}
            placeholder={t('registry:find-hint')}
            maxLength={40}
          />
          <div className={styles.narrowFilter}>
            <Select label={t('registry:show')} options={filters} value={filter} onChange={setFilter} />
          </div>
          <span className="fill" />
          <RosterTools onImport={onImport} />
          <Button
            icon="car"
            onPress={onRegisterUnit}
            refused={!mayRegister && t('registry:police-registers')}
          >
            {t('registry:new-unit')}
          </Button>
        </div>
        <Table
          grow
          label={t(units ? 'registry:units' : 'registry:people')}
          columns={columnsOf(units, devices ? phones : null, { t, offset })}
          rows={rows}
          keyOf={({ id }) => id}
          selected={selected?.id ?? null}
          sort={sort}
          onSort={setSort}
          onChoose={(entry) => {
            // The second press on a line goes into its file.
            if (selected?.id === entry.id) focusIn(document.getElementById('registry-file'))
            else select({ kind: isUnit(entry) ? 'unit' : 'assistant', id: entry.id })
          }}
          empty={<Empty>{t(text.trim() ? 'registry:nobody-found' : 'registry:nobody')}</Empty>}
        />
        <footer className={styles.shown}>
          {t('registry:shown', {
            shown: number(rows.length, language),
            of: number(units ? counts.units : counts.all, language),
          })}
        </footer>
      </section>
    </div>
  )
}

const focusIn = (element: HTMLElement | null) => element?.querySelector<HTMLElement>('input, button')?.focus()
