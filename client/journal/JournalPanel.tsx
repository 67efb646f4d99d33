import { Fragment, type UIEvent, useEffect, useRef, useState } from 'react'
import { calendarDate } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { openDialog, openRail, useDesk } from '../app/desk-state.ts'
import { useDeskWords } from '../operations/words.ts'
import { useEntity } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Choices.tsx'
import { Empty } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { JournalLine } from './JournalLine.tsx'
import styles from './journal.module.css'
import { useJournalLines } from './use-journal-lines.ts'

/** The journal: `tail` for the newest lines in the rail, else all of it, older ones as one scrolls. */
export function JournalPanel({ tail }: { tail?: boolean }) {
  return tail ? <Tail /> : <Whole />
}

const tailLines = 8

function Tail() {
  const { t } = useDeskWords()
  const { lines } = useJournalLines(null, 2 * tailLines)
  return (
    <section className={`${styles.tail} only-l`} aria-label={t('journal:journal')}>
      <SectionHead title={t('journal:journal')} action="show.journal" onAction={() => openRail('journal')} />
      <ol aria-live="off">
        {lines.slice(0, tailLines).map((event) => (
          <JournalLine key={event.seq} event={event} />
        ))}
      </ol>
    </section>
  )
}

function Whole() {
  const { t } = useDeskWords()
  const selected = useDesk((desk) => desk.operation)
  const operation = useEntity('operation', selected)
  const [ofOperation, setOfOperation] = useState(false)
  const of = ofOperation && operation ? operation.id : null
  return (
    <>
      <SectionHead title={t('journal:journal')} />
      {operation && (
        <div className={styles.filter}>
          <Select
            label={t('journal:filter')}
            options={[
              { value: 'all', label: t('journal:of-all') },
              {
                value: 'one',
                label: t('journal:of-operation', { number: operation.number }),
                note: operation.title,
              },
            ]}
            value={of === null ? 'all' : 'one'}
            onChange={(value) => setOfOperation(value === 'one')}
          />
        </div>
      )}
      <Lines key={of ?? 'all'} operation={of} />
      <div className={`${styles.foot} flow`}>
        <Button action="note.new" onPress={() => openDialog({ name: 'note' })} icon="note">
          {t('journal:write-note')}
        </Button>
        <span className="fill" />
        <Button action="close" onPress={() => openRail(null)}>
          {t('journal:close-journal')}
        </Button>
      </div>
    </>
  )
}

function Lines({ operation }: { operation: Id | null }) {
  const { t, offset } = useDeskWords()
  const { lines, state, more, askOlder } = useJournalLines(operation, 100)
  const list = useRef<HTMLElement>(null)
  useEffect(() => list.current?.focus(), [])
  function scrolled({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent) {
    if (more && state === 'ready' && scrollHeight - scrollTop - clientHeight < 200) askOlder()
  }
  return (
    <section
      ref={list}
      className={styles.list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is scrolled by keys too
      tabIndex={0}
      onScroll={scrolled}
      aria-label={t('journal:journal')}
    >
      {lines.length === 0 && state === 'ready' && <Empty>{t('journal:empty')}</Empty>}
      <ol>
        {lines.map((event, index) => {
          const day = calendarDate(event.at, offset)
          const before = lines[index - 1]
          return (
            <Fragment key={event.seq}>
              {(!before || calendarDate(before.at, offset) !== day) && <li className={styles.day}>{day}</li>}
              <JournalLine event={event} />
            </Fragment>
          )
        })}
      </ol>
      <div className={styles.foot}>
        {state === 'failed' && <p>{t('journal:failed')}</p>}
        {more ? (
          <Button onPress={askOlder} refused={state === 'asking' && t('journal:sending')}>
            {t('journal:older')}
          </Button>
        ) : (
          lines.length > 0 && <span className="dim">{t('journal:begins')}</span>
        )}
      </div>
    </section>
  )
}
