import { Fragment } from 'react'
import { nextRelief, type PostNow, type Staffing, strip, walkSeconds } from '../../shared/event/staffing.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import { withUnit } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Operation } from '../../shared/operations/types.ts'
import { HOUR } from '../../shared/shifts/types.ts'
import { carrierSpot } from '../operations/carrier-spot.ts'
import { Letter } from '../operations/Letter.tsx'
import { People, Person } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useStore } from '../store/use-store.ts'
import { StaffingStrip } from '../ui/Bars.tsx'
import { classes } from '../ui/class-names.ts'
import { Icon } from '../ui/Icons.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import { AlarmMark, Pips } from '../ui/Marks.tsx'
import styles from './event.module.css'

interface PostRowProps {
  event: Operation
  number: number
  now: PostNow
  staffing: Staffing
  running: boolean
  selected: boolean
  onChoose(): void
}

/** One post: who is there, what is missing, how it was and will be, and when somebody is to be relieved. */
export function PostRow({ event, number, now, staffing, running, selected, onChoose }: PostRowProps) {
  const { t, time } = useDeskWords()
  const { place, present, coming, offered, held, task } = now
  const missing = place.minimum - present.length
  const short = running && missing > 0
  const relief = nextRelief(event, now)
  const steps = (strip.hours * HOUR) / strip.step
  const waits = task !== null && task.orders.length === 0
  return (
    <li className={styles.post} aria-current={selected || undefined}>
      {number < 100 ? <Keycap parts={[String(number)]} /> : <span />}
      <span className="clip flow">
        <Letter kind={place.kind} letter={place.letter} amber={short} />
        <button type="button" className={classes(styles.choose, 'clip')} onClick={onChoose}>
          {place.name}
        </button>
      </span>
      <Pips
        needed={place.minimum}
        there={present.length}
        coming={coming.length + offered.length}
        label={t('operations:pips', {
          present: present.length,
          coming: coming.length + offered.length,
          needed: place.minimum,
        })}
      />
      <span className={classes('num right', short && 'amber')}>
        {short && <AlarmMark level={2} size={12} label={t('operations:under-minimum')} />} {present.length} /{' '}
        {place.minimum}
      </span>
      <span className={styles.people}>
        <People ids={present.map(({ assistant }) => assistant)} />
        {coming.map(({ assistant }) => (
          <Fragment key={assistant}>
            {' '}
            <Coming assistant={assistant} to={place.meeting.at} />
          </Fragment>
        ))}
        {offered.length > 0 && (
          <span className="dim">
            {present.length + coming.length > 0 && ' · '}
            {t('operations:asked', { count: offered.length })}
          </span>
        )}
        {held.length > 0 && <span className="amber"> · {t('event:held', { count: held.length })}</span>}
        {waits && <span className="dim">{t('terms:task.requested')}</span>}
        {task === null && <span className="dim">{t('operations:nobody-sent')}</span>}
      </span>
      <span className={styles.strip}>
        <StaffingStrip
          staffing={staffing.people}
          minimum={staffing.minimum}
          holds={staffing.holds}
          now={staffing.now}
          reliefs={staffing.reliefs}
          label={
            staffing.shortAt === null
              ? t('event:strip-fine')
              : t('event:strip-short', { time: time(staffing.shortAt) })
          }
        />
        <i style={{ left: `${(staffing.now / steps) * 100}%` }} />
      </span>
      <span className="num right">{relief ? time(relief.due) : '–'}</span>
    </li>
  )
}

/** Somebody on the way, and the minutes until they stand at the post. */
function Coming({ assistant, to }: { assistant: Id; to: LatLng }) {
  const { t, language } = useDeskWords()
  const store = useStore()
  // Renders with the board's quarter minute: positions alone render nothing.
  const seconds = walkSeconds(carrierSpot(store, 'assistant', assistant), to)
  return (
    <span className={styles.coming}>
      <Icon name="arrow-right" size={11} label={t('event:on-the-way')} />
      <Person id={assistant} short />
      {seconds !== null && (
        <b className="num"> {withUnit(Math.max(1, Math.ceil(seconds / 60)), 'min', language)}</b>
      )}
    </span>
  )
}
