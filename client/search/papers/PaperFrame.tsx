import { type ReactNode, useRef } from 'react'
import { createPortal } from 'react-dom'
import { calendarDate } from '../../../shared/i18n/format.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import { openPeriod } from '../../../shared/search/case/periods.ts'
import type { Paper } from '../../../shared/search/segments/ground-types.ts'
import { useStaff } from '../../app/staff-session.ts'
import { Officer } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import styles from './paper.module.css'
import { usePrint } from './use-print.ts'

/** How the forms are known abroad; the same in every language. */
const forms: Record<Paper, string> = {
  team: 'SAR 104 · ICS 204',
  debrief: 'SAR 110',
  clue: 'SAR 134',
  'clue-log': 'SAR 135',
  activity: 'ICS 214',
}

/** One printing: which copy it is of the record up to where, and when. */
export interface Printing {
  paper: Paper
  /** Null when the server could not be asked to count it. */
  copy: number | null
  upTo: number
  at: number
}

/** What is printed instead of the page, and then goes. */
export function PaperPrint({ onDone, children }: { onDone(): void; children: ReactNode }) {
  const paper = useRef<HTMLDivElement>(null)
  usePrint(paper, onDone)
  return createPortal(
    <div ref={paper} className={styles.paper} aria-hidden="true">
      {children}
    </div>,
    document.body,
  )
}

interface PaperSheetProps {
  operation: Operation
  printing: Printing
  title: string
  children: ReactNode
}

/** A sheet with what every paper says of itself: operation, period, who prepared it, when, which copy. */
export function PaperSheet({ operation, printing, title, children }: PaperSheetProps) {
  const { t, time, offset, window: span } = useDeskWords()
  const { me } = useStaff()
  const period = openPeriod(operation.search?.periods) ?? operation.search?.periods?.at(-1)
  const { paper, copy, upTo, at } = printing
  return (
    <section className={styles.sheet}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <span className={styles.form}>{forms[paper]}</span>
        <div className={styles.origin}>
          <span>
            {operation.number} {operation.title}
          </span>
          <span>
            {period
              ? t('search:paper-period', {
                  number: period.number,
                  window: span({ from: period.from, to: period.to ?? period.until }),
                })
              : t('search:paper-window', { window: span(operation.window) })}
          </span>
          <span>
            {t('search:paper-by')} <Officer id={me.account} />
          </span>
          <span>
            {calendarDate(at, offset)} {time(at)}
          </span>
          <span>
            {copy === null ? t('search:paper-uncounted', { upTo }) : t('search:paper-copy', { copy, upTo })}
          </span>
        </div>
      </header>
      {children}
    </section>
  )
}

/** Name and value side by side; what has no value is left out. */
export function PaperFacts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== undefined &&
          value !== '' &&
          value !== false && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** Lines to write on, each with what is asked; `tall` leaves room for a sentence. */
export function PaperBlanks({ rows, tall }: { rows: readonly string[]; tall?: boolean }) {
  return (
    <table className={tall ? styles.tall : undefined}>
      <tbody>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an empty line is its place
          <tr key={i}>
            <td style={{ width: '45%' }}>{row}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function PaperSigns({ signs }: { signs: readonly string[] }) {
  return (
    <div className={styles.signs}>
      {signs.map((sign) => (
        <span key={sign}>{sign}</span>
      ))}
    </div>
  )
}
