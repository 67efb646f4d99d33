import { memo } from 'react'
import { calendarDate, clockTime } from '../../shared/i18n/format.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { useDeskWords } from '../operations/words.ts'
import styles from './journal.module.css'
import { Sentence } from './Sentence.tsx'

/** One event with its time; renders again only when a name in it becomes known. */
export const JournalLine = memo(function JournalLine({
  event,
  dated,
}: {
  event: LoggedEvent
  dated?: boolean
}) {
  const { offset } = useDeskWords()
  return (
    <li className={styles.line}>
      <time className="num" dateTime={new Date(event.at).toISOString()}>
        {dated && `${calendarDate(event.at, offset).slice(0, 5)} `}
        {clockTime(event.at, offset, !dated)}
      </time>
      <span>
        <Sentence event={event} />
      </span>
    </li>
  )
})
