import { useEffect, useRef, useState } from 'react'
import { boxOf } from '../../shared/geo/box.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { currentOrder } from '../../shared/tasks/types.ts'
import { useTheme } from '../app/theme.ts'
import type { Seen, SmallMap, SmallMapContent } from '../map/small-map.ts'
import type { Session, Store } from '../store/open-store.ts'
import { useSession } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'
import styles from './field.module.css'
import type { Phone } from './phone.ts'
import type { Me } from './stage.ts'
import { usePhone, usePhoneWords } from './use-phone.ts'

/** Degrees around the perimeter in which the team is looked for: a unit may come from the other end of the town. */
const around = 0.3

/** The order's perimeter, the meeting point and the team. Loaded when there is something to show. */
export function FieldMap({ me, task }: { me: Me; task: Task }) {
  const { t, language } = usePhoneWords()
  const phone = usePhone()
  const session = useSession()
  const theme = useTheme()
  const element = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  const latest = useRef<() => void>(() => {})
  const you = t('phone:you')
  const meetingWords = t('phone:meeting')

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme or language paints another map
  useEffect(() => {
    const into = element.current
    if (!into || !session) return
    let map: SmallMap | undefined
    let gone = false
    const offs: (() => void)[] = []
    void loadMap(session)
      .then(({ createSmallMap, groundOf, clueShapes, city }) => {
        if (gone) return
        const { tilesUrl, attribution, pmtiles } = session.map
        map = createSmallMap(
          into,
          {
            locale: language,
            city,
            ...(tilesUrl && { tilesUrl }),
            ...(attribution && { attribution }),
            ...(pmtiles && { pmtilesUrl: '/map.pmtiles' }),
          },
          now,
        )
        const clues = clueShapes(phone.store, () => latest.current())
        latest.current = () =>
          map?.update({
            ...contentOf(phone, me, task.id, you, meetingWords),
            ground: [
              ...groundOf(phone.store.board.board, me, task.id),
              ...clues.of(phone.store.board.board.task.get(task.id)?.operation),
            ],
          })
        latest.current()
        offs.push(clues.stop)
        offs.push(phone.store.live.onFrame(latest.current), phone.sharing.onChange(latest.current))
        offs.push(phone.store.board.onBatch(latest.current))
      })
      .catch(() => setFailed(true))
    return () => {
      gone = true
      for (const off of offs) off()
      map?.remove()
    }
  }, [phone, me, task.id, session?.map, session?.seed, language, theme])

  const order = currentOrder(task)
  useEffect(() => {
    if (!order) return
    const { south, west, north, east } = boxOf(order.perimeter)
    phone.store.connection.view({
      south: Math.max(-90, south - around),
      west: Math.max(-180, west - around),
      north: Math.min(90, north + around),
      east: Math.min(180, east + around),
      zoom: 17,
    })
    return () => phone.store.connection.view(null)
  }, [phone, order])

  return (
    <div className={styles.map}>
      <div ref={element} role="img" aria-label={t('phone:map')} style={{ position: 'absolute', inset: 0 }} />
      {failed && <p className={styles.mapWords}>{t('phone:map-failed')}</p>}
    </div>
  )
}

async function loadMap({ seed, map }: Session) {
  const [{ createSmallMap }, { groundOf }, { clueShapes }, { cityOf }] = await Promise.all([
    import('../map/small-map.ts'),
    import('./lane-shapes.ts'),
    import('./clue-shapes.ts'),
    import('../../shared/city/city.ts'),
  ])
  const madeUp = seed !== null && !map.tilesUrl && !map.pmtiles
  return { createSmallMap, groundOf, clueShapes, city: madeUp ? cityOf(seed) : null }
}

function contentOf(
  { store, sharing }: Phone,
  me: Me,
  taskId: string,
  you: string,
  meeting: string,
): SmallMapContent {
  const { board } = store.board
  const task = board.task.get(taskId)
  const place = board.place.get(task?.place ?? '')
  const own = sharing.own()
  const ownNumber = me.kind === 'unit' ? numberOf(board.unit.get(me.id)?.callSign) : undefined
  return {
    perimeter: task ? (currentOrder(task)?.perimeter ?? null) : null,
    meeting: place ? { at: place.meeting.at, label: meeting } : null,
    me: own && {
      at: own,
      time: own.at,
      accuracy: own.accuracy,
      label: you,
      ...(ownNumber && { number: ownNumber }),
    },
    unit: me.kind === 'assistant' && task ? seenOf(store, 'unit', task.unit) : null,
    members:
      me.kind === 'unit' && task
        ? task.members
            .map(({ assistant }) => seenOf(store, 'assistant', assistant))
            .filter((seen) => seen !== null)
        : [],
    iAmUnit: me.kind === 'unit',
  }
}

function seenOf(
  { board: { board }, live: { table } }: Store,
  kind: 'assistant' | 'unit',
  id: string,
): Seen | null {
  const carrier = board[kind].get(id)
  const time = carrier ? (table.at[carrier.no] ?? 0) : 0
  if (!carrier || time === 0) return null
  const number = kind === 'unit' ? numberOf(carrier.callSign) : undefined
  return {
    at: { lat: table.lat[carrier.no] as number, lng: table.lng[carrier.no] as number },
    time,
    label: carrier.callSign,
    ...(number && { number }),
  }
}

/** 14 of Алатау-14. */
const numberOf = (callSign = ''): string | undefined => /(\d{1,3})$/.exec(callSign)?.[1]
