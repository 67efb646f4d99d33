import { calendarDate, clockTime } from '../../shared/i18n/format.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { Sentence } from '../journal/Sentence.tsx'
import { useName } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Panel.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import styles from './audit.module.css'
import type { Filters } from './filters.ts'
import { actorText, type LineWords, type Look, lineText } from './line-text.ts'
import type { Audit } from './use-audit.ts'

interface AuditTableProps {
  chain: Filters['chain']
  rows: readonly LoggedEvent[]
  audit: Audit
  words: LineWords
  selected: LoggedEvent | null
  onChoose(event: LoggedEvent): void
}

/** The lines that fit; older ones are asked for below. */
export function AuditTable({ chain, rows, audit, words, selected, onChoose }: AuditTableProps) {
  const { t, offset } = words
  const columns: Column<LoggedEvent>[] = [
    {
      id: 'at',
      head: t('audit:time'),
      width: '15%',
      cell: ({ at }) => <span className="num">{`${calendarDate(at, offset)} ${clockTime(at, offset)}`}</span>,
    },
    {
      id: 'seq',
      head: t('audit:number'),
      width: '8%',
      cell: ({ seq }) => <span className="num dim">{seq}</span>,
    },
    { id: 'who', head: t('audit:who'), width: '20%', cell: (event) => <Actor event={event} words={words} /> },
    {
      id: 'what',
      head: t('audit:sentence'),
      cell: (event) =>
        chain === 'log' ? <Sentence event={event} /> : <LookLine event={event} words={words} />,
    },
  ]
  const oldest = audit.events.at(-1)
  return (
    <>
      <Table
        grow
        label={t('audit:title')}
        columns={columns}
        rows={rows}
        keyOf={({ seq }) => String(seq)}
        selected={selected ? String(selected.seq) : null}
        onChoose={onChoose}
        empty={<Empty>{t(audit.state === 'asking' ? 'audit:asking' : 'audit:nothing')}</Empty>}
      />
      <footer className={styles.foot}>
        <span role="status">
          {audit.state === 'failed'
            ? t('audit:failed')
            : t('audit:lines', { count: rows.length, of: audit.events.length })}
        </span>
        {oldest && (
          <span className="dim num">
            {t('audit:back-to', {
              time: `${calendarDate(oldest.at, offset)} ${clockTime(oldest.at, offset, false)}`,
            })}
          </span>
        )}
        <span className="fill" />
        {audit.more || audit.state === 'failed' ? (
          <Button
            action="record.older"
            onPress={audit.askMore}
            refused={audit.state === 'asking' && t('audit:asking')}
          >
            {t('audit:older')}
          </Button>
        ) : (
          <span className="dim">{t('audit:begins')}</span>
        )}
      </footer>
    </>
  )
}

/** Renders again when the name becomes known. */
function Actor({ event, words }: { event: LoggedEvent; words: LineWords }) {
  useName(event.by.kind === 'system' ? null : event.by.id)
  return <>{actorText(words, event)}</>
}

function LookLine({ event, words }: { event: LoggedEvent; words: LineWords }) {
  const { about } = event.data as Look
  useNames(about)
  return <>{lineText(words, 'access', event)}</>
}

/** The three that a line names. */
function useNames([first, second, third]: readonly Id[]): void {
  useName(first)
  useName(second)
  useName(third)
}
