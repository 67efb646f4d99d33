import { Fragment, useEffect, useMemo } from 'react'
import { calendarDate, clockTime, number } from '../../shared/i18n/format.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Operation } from '../../shared/operations/types.ts'
import { isWorthALine } from '../journal/event-sentence.ts'
import { Sentence } from '../journal/Sentence.tsx'
import { useEntity } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { now } from '../ui/clock.ts'
import { Figure, Figures, Panel, PanelTitle } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { TimeWindowBar } from '../ui/Times.tsx'
import { usePage } from '../ui/use-key.ts'
import styles from './operations.module.css'
import { totalsOf } from './totals.ts'
import { useOperationEvents } from './use-operation-events.ts'
import { useDeskWords } from './words.ts'

/** An operation's whole story from the log, oldest first, and once it is over what it came to. */
export function Timeline({ id, onClose }: { id: Id; onClose(): void }) {
  usePage('form')
  const { t, offset } = useDeskWords()
  const operation = useEntity('operation', id)
  const { events, more, loading, refused, older } = useOperationEvents(id)
  // A story is told from its beginning: page after page until the log has no older one.
  useEffect(() => {
    if (more && !loading && refused === null) older()
  }, [more, loading, refused, older])
  const lines = useMemo(() => events.filter(isWorthALine), [events])
  if (!operation) return null
  const whole = !more && !loading && refused === null
  return (
    <Panel
      actions={
        <>
          <span className="fill" />
          <Button action="close" onPress={onClose}>
            {t('ui:close')}
          </Button>
        </>
      }
    >
      <PanelTitle
        above={
          <>
            <span className="num">{operation.number}</span>
            <span>{t('operations:timeline-of')}</span>
            <span className="fill" />
            <span className="num">{calendarDate(operation.openedAt, offset)}</span>
          </>
        }
        title={operation.title}
      >
        <div style={{ margin: '6px 0 8px' }}>
          <TimeWindowBar from={operation.window.from} to={operation.window.to} offset={offset} />
        </div>
      </PanelTitle>
      {whole && operation.closedAt !== null && <Sums operation={operation} events={events} />}
      <SectionHead
        title={t('operations:timeline')}
        note={
          loading || more
            ? t('operations:timeline-reading', { count: lines.length })
            : t('operations:events-so-far', { count: lines.length })
        }
      />
      {refused !== null && (
        <p className={styles.readOn}>
          {t('operations:timeline-failed')} <Button onPress={older}>{t('operations:timeline-again')}</Button>
        </p>
      )}
      <ol className={styles.timeline}>
        {lines.map((event, index) => {
          const day = calendarDate(event.at, offset)
          const before = lines[index - 1]
          return (
            <Fragment key={event.seq}>
              {before && calendarDate(before.at, offset) !== day && <li className="dim">{day}</li>}
              <li>
                <time className="num">{clockTime(event.at, offset)}</time>
                <span>
                  <Sentence event={event} />
                </span>
              </li>
            </Fragment>
          )
        })}
      </ol>
    </Panel>
  )
}

function Sums({ operation, events }: { operation: Operation; events: readonly LoggedEvent[] }) {
  const { t, language } = useDeskWords()
  const totals = useMemo(() => totalsOf(events, operation.closedAt ?? now()), [events, operation.closedAt])
  return (
    <Figures>
      <Figure value={totals.people}>{t('operations:total-people', { count: totals.people })}</Figure>
      <Figure value={number(totals.hours, language, 1)}>{t('operations:total-hours')}</Figure>
      <Figure value={totals.tasks}>{t('operations:total-tasks', { count: totals.tasks })}</Figure>
      <Figure value={totals.declines}>{t('operations:total-declines', { count: totals.declines })}</Figure>
      <Figure value={totals.alarms}>{t('operations:total-alarms', { count: totals.alarms })}</Figure>
    </Figures>
  )
}
