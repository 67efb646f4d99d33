import { useEffect, useMemo } from 'react'
import type { Board } from '../../shared/board/board.ts'
import { nextRelief, type PostNow, postNow, type Staffing, staffingOf } from '../../shared/event/staffing.ts'
import { staysIn } from '../../shared/event/stays.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { placesInOrder } from '../../shared/operations/staffing.ts'
import type { Operation } from '../../shared/operations/types.ts'
import { openPanel } from '../app/desk-state.ts'
import { useOperationEvents } from '../operations/use-operation-events.ts'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useBoard, useEntity, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Empty, Figure, Figures } from '../ui/Panel.tsx'
import { useKey } from '../ui/use-key.ts'
import { EventHead } from './EventHead.tsx'
import styles from './event.module.css'
import { PostRow } from './PostRow.tsx'
import { TimeAxis } from './TimeAxis.tsx'
import { useMinute } from './use-minute.ts'

interface EventBoardProps {
  operation: Id | null
  post: Id | null
  onOperation(id: Id): void
  onPost(id: Id, operation: Id): void
}

const openEvents = (board: Board) =>
  [...board.operation.values()].filter(({ kind, closedAt }) => kind === 'event-security' && closedAt === null)

/** The posts of one event over time; the first open event where none is chosen. */
export function EventBoard({ operation: id, post, onOperation, onPost }: EventBoardProps) {
  const { t } = useDeskWords()
  const chosen = useEntity('operation', id)
  const events = useBoard(openEvents, sameItems, 'operation')
  const event = chosen?.kind === 'event-security' ? chosen : undefined
  const first = events[0]?.id
  useEffect(() => {
    if (!event && first) onOperation(first)
  }, [event, first, onOperation])
  if (event)
    return <Posts event={event} events={events} post={post} onOperation={onOperation} onPost={onPost} />
  return (
    <div className={styles.none}>
      <Empty>{t('event:none')}</Empty>
      <div className={styles.actions}>
        <Button kind="primary" action="operation.new" onPress={() => openPanel({ name: 'new-operation' })}>
          {t('operations:new-operation')}
        </Button>
      </div>
    </div>
  )
}

interface Line {
  now: PostNow
  staffing: Staffing
}

function Posts({
  event,
  events,
  post,
  onOperation,
  onPost,
}: Omit<EventBoardProps, 'operation'> & { event: Operation; events: Operation[] }) {
  const { t } = useDeskWords()
  const { board } = useStore()
  const minute = useMinute()
  const { events: log } = useOperationEvents(event.id)
  const stays = useMemo(() => staysIn(log, (task) => board.board.task.get(task)?.place), [log, board])
  const places = useBoard((all) => placesInOrder(all, event.id), sameItems, 'place')
  const tasks = useBoard(
    (all) => [...all.task.values()].filter(({ operation }) => operation === event.id),
    sameItems,
    'task',
  )
  const lines = useMemo(
    () =>
      places.map((place): Line => {
        const now = postNow(place, tasks)
        const shiftOf = (assistant: Id) => board.board.assistant.get(assistant)?.shift ?? null
        return { now, staffing: staffingOf(event, now, stays, shiftOf, minute) }
      }),
    [places, tasks, stays, event, board, minute],
  )
  useKey('pick', (digit) => {
    const line = lines[digit - 1]
    if (line) onPost(line.now.place.id, event.id)
  })

  const running = event.window.from <= minute && minute < event.window.to
  const full = lines.filter(({ now }) => now.present.length >= now.place.minimum).length
  const soon = minute + 60 * 60_000
  const reliefs = lines.filter(({ now }) => {
    const next = nextRelief(event, now)
    return next !== null && next.due <= soon
  }).length
  return (
    <section className={styles.board} aria-label={event.title}>
      <EventHead event={event} events={events} onOperation={onOperation}>
        <Figures>
          <Figure
            value={
              <>
                {full}
                <small className="dim"> / {lines.length}</small>
              </>
            }
          >
            {t('event:posts-full')}
          </Figure>
          <Figure value={lines.length - full} amber={running && full < lines.length}>
            {t('event:under-minimum')}
          </Figure>
          <Figure value={lines.filter(({ staffing }) => staffing.shortAt !== null).length}>
            {t('event:forecast')}
          </Figure>
          <Figure value={reliefs}>{t('event:reliefs-soon')}</Figure>
        </Figures>
      </EventHead>
      {lines.length === 0 ? (
        <div className={styles.none}>
          <Empty>{t('event:no-posts')}</Empty>
          <div className={styles.actions}>
            <Button
              kind="primary"
              action="place.new"
              onPress={() => openPanel({ name: 'new-place', operation: event.id })}
            >
              {t('operations:place')}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <TimeAxis from={lines[0]?.staffing.from ?? 0} now={lines[0]?.staffing.now ?? 0} />
          <ul className={styles.posts} aria-label={t('event:posts')}>
            {lines.map(({ now, staffing }, index) => (
              <PostRow
                key={now.place.id}
                event={event}
                number={index + 1}
                now={now}
                staffing={staffing}
                running={running}
                selected={now.place.id === post}
                onChoose={() => onPost(now.place.id, event.id)}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
