import type { Clock } from '../../shared/applications/types.ts'
import { type Language, weekday } from '../../shared/i18n/format.ts'
import { addDays, type Day, dayOf, daysBetween, endOfDay } from '../../shared/law/day.ts'
import { isWorkingDay, workingDaysBetween } from '../../shared/law/working-days.ts'
import { classes } from '../ui/class-names.ts'
import { useWords } from '../ui/words.ts'
import styles from './queue.module.css'

const offset = 300
/** More do not fit; what is so late is told by its number. */
const mostOver = 4

interface DayBoxesProps {
  clock: Clock
  today: Day
}

/** The akimat's days, a box each: day 0 is the receipt, days off are hatched, the last day framed, later ones +1, +2. */
export function DayBoxes({ clock, today }: DayBoxesProps) {
  const { language } = useWords()
  const first = dayOf(clock.from)
  const end = today > clock.lastDay ? lastShown(clock.lastDay, today) : clock.lastDay
  const days: Day[] = []
  for (let day = first; day <= end; day = addDays(day, 1)) days.push(day)
  return (
    <ol className={styles.days}>
      {days.map((day) => (
        <Box key={day} day={day} first={first} lastDay={clock.lastDay} today={today} language={language} />
      ))}
    </ol>
  )
}

const lastShown = (lastDay: Day, today: Day): Day =>
  daysBetween(lastDay, today) > mostOver ? addDays(lastDay, mostOver) : today

function Box({
  day,
  first,
  lastDay,
  today,
  language,
}: {
  day: Day
  first: Day
  lastDay: Day
  today: Day
  language: Language
}) {
  const off = isWorkingDay(day) === false
  const over = day > lastDay
  const count = workingDaysBetween(over ? lastDay : first, day)
  return (
    <li
      className={classes(off && styles.off, day === lastDay && styles.last, day === today && styles.today)}
      aria-current={day === today ? 'date' : undefined}
    >
      <span>{weekday(endOfDay(day), offset, language)}</span>
      <b className="num">{Number(day.slice(8))}</b>
      <span className={classes('num', over && !off && styles.over)}>
        {off && day !== first ? '' : over ? `+${count}` : Number(count)}
      </span>
    </li>
  )
}

/** The same in a line of the table: seven boxes for the akimat, a bar of thirty days for the police. */
export function MiniDays({ clock, today }: DayBoxesProps) {
  if (clock.office === 'police') {
    const whole = daysBetween(dayOf(clock.from), clock.lastDay)
    const gone = Math.min(whole, daysBetween(dayOf(clock.from), today))
    return (
      <span className={classes(styles.bar, today > clock.lastDay && styles.late)} aria-hidden="true">
        <i style={{ width: `${(100 * Math.max(0, gone)) / whole}%` }} />
      </span>
    )
  }
  const whole = Number(workingDaysBetween(dayOf(clock.from), clock.lastDay))
  const gone = Number(workingDaysBetween(dayOf(clock.from), today < clock.lastDay ? today : clock.lastDay))
  return (
    <span className={styles.boxes} aria-hidden="true">
      {Array.from({ length: whole }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the n-th working day
        <i key={n} className={classes(n < gone && styles.gone)} />
      ))}
      {today > clock.lastDay && <i className={styles.late} />}
    </span>
  )
}
