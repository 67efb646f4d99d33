import { type ReactNode, useMemo } from 'react'
import { nextRelief, postNow, reliefDue } from '../../shared/event/staffing.ts'
import { duration } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { placesInOrder } from '../../shared/operations/staffing.ts'
import { OperationActions } from '../operations/OperationActions.tsx'
import { Person } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useBoard, useEntity } from '../store/use-store.ts'
import { Keycap } from '../ui/Keycap.tsx'
import { Empty, Panel } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import styles from './event.module.css'
import { PostPanel } from './PostPanel.tsx'
import { useMinute } from './use-minute.ts'

interface EventSideProps {
  map: ReactNode
  operation: Id | null
  post: Id | null
  /** A form or the proposal, in place of the post. */
  form: ReactNode
}

/** The venue's map over the chosen post. */
export function EventSide({ map, operation, post, form }: EventSideProps) {
  const { t } = useDeskWords()
  const event = useEntity('operation', operation)
  const place = useEntity('place', post)
  const here = place && place.operation === operation ? place : undefined
  return (
    <div className={styles.side}>
      <div className={styles.map}>{map}</div>
      {form ||
        (event?.kind === 'event-security' &&
          (here ? (
            <PostPanel key={here.id} event={event} place={here} reliefs={<Reliefs event={event.id} />} />
          ) : (
            <Panel actions={<OperationActions id={event.id} />}>
              <Empty>
                {t('event:pick-post')} <Keycap parts={['1–9']} />
              </Empty>
              <Reliefs event={event.id} />
            </Panel>
          )))}
    </div>
  )
}

/** Who is to be relieved next, over all posts. */
function Reliefs({ event: id }: { event: Id }) {
  const { t, language, time } = useDeskWords()
  const minute = useMinute()
  const event = useEntity('operation', id)
  const places = useBoard((all) => placesInOrder(all, id), sameItems, 'place')
  const tasks = useBoard(
    (all) => [...all.task.values()].filter(({ operation }) => operation === id),
    sameItems,
    'task',
  )
  const due = useMemo(() => {
    if (!event) return []
    return places
      .flatMap((place) => {
        const now = postNow(place, tasks)
        if (!nextRelief(event, now)) return []
        return now.present.map((member) => ({
          assistant: member.assistant,
          since: member.since,
          letter: place.letter,
          at: reliefDue(event, now.task, member) ?? 0,
        }))
      })
      .sort((a, b) => a.at - b.at)
  }, [event, places, tasks])
  return (
    <>
      <SectionHead
        title={t('event:next-reliefs')}
        count={due.length}
        action="show.reliefs"
        onAction={() => document.getElementById('reliefs')?.scrollIntoView({ block: 'nearest' })}
      />
      {due.length === 0 && <Empty>{t('event:no-reliefs')}</Empty>}
      <ul id="reliefs" aria-label={t('event:next-reliefs')}>
        {due.slice(0, 6).map(({ assistant, since, letter, at }) => (
          <li key={assistant} className={styles.relief}>
            <span className="num strong">{time(at)}</span>
            <span className="clip">
              {t('event:post-letter', { letter })} ·{' '}
              <b>
                <Person id={assistant} short />
              </b>{' '}
              <span className="dim">{t('event:stood', { time: duration(minute - since, language) })}</span>
            </span>
            <span className={at <= minute ? 'num amber' : 'num dim'}>
              {at <= minute
                ? t('event:overdue', { time: duration(minute - at, language) })
                : t('event:in', { time: duration(at - minute, language) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
