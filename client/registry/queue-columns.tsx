import { eligibilityNow, owesCard, statusOf } from '../../shared/applications/standing.ts'
import type { Application } from '../../shared/applications/types.ts'
import type { Board } from '../../shared/board/board.ts'
import { calendarDate, weekday } from '../../shared/i18n/format.ts'
import type { Millis } from '../../shared/kernel/ids.ts'
import { dayOf, endOfDay } from '../../shared/law/day.ts'
import { standingInTheWay } from '../../shared/law/eligibility/all.ts'
import type { EligibilityId } from '../../shared/law/eligibility/rule.ts'
import { regionName } from '../app/region-name.ts'
import { Person } from '../operations/Who.tsx'
import type { useDeskWords } from '../operations/words.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import type { Column } from '../ui/Table.tsx'
import { MiniDays } from './DayBoxes.tsx'
import { EligibilitySquares } from './EligibilitySquares.tsx'
import { daysLeft, isOverdue } from './queue.ts'

type Words = Pick<ReturnType<typeof useDeskWords>, 't' | 'language' | 'offset'>

/** 23.11 пн */
const shortDay = (at: Millis, { language, offset }: Words) =>
  `${calendarDate(at, offset).slice(0, 5)} ${weekday(at, offset, language)}`

/** How much of the time is left, in its own unit. */
export function leftInWords(file: Application, now: Millis, { t }: Words): string {
  if (!file.clock) return ''
  const { unit, left } = daysLeft(file.clock, dayOf(now))
  if (left === null) return isOverdue(file, now) ? t('law:overdue') : t('law:no-count')
  if (left === 0) return t('law:left.today')
  if (left < 0) return t(`law:over.${unit}`, { count: -left })
  return t(`law:left.${unit}`, { count: left })
}

/** What has to be done next, and by whom it waits. */
export function nextInWords(board: Board, file: Application, now: Millis, { t }: Words): string {
  const status = statusOf(board, file)
  if (owesCard(board, file.id)) return t('law:next.card-back')
  if (status === 'REGISTERED') return t('law:next.issue')
  if (status === 'AKIMAT_REVIEW')
    return t(isOverdue(file, now) ? 'law:next.register-late' : 'law:next.register')
  if (status !== 'POLICE_CHECK') return t(`terms:registry.${status}`)
  const eligibility = eligibilityNow(file, now)
  const open = standingInTheWay(eligibility)
  const failed = open.filter((rule) => eligibility[rule] === 'NOT_CLEAR')
  if (failed.length > 0) return t('law:next.refuse', { rules: inRanges(failed) })
  return open.length > 0 ? t('law:next.wait', { rules: inRanges(open) }) : t('law:next.forward')
}

/** E5, E7–E9 */
function inRanges(rules: readonly EligibilityId[]): string {
  const runs: number[][] = []
  for (const rule of rules) {
    const n = Number(rule.slice(1))
    const last = runs.at(-1)
    if (last?.at(-1) === n - 1) last.push(n)
    else runs.push([n])
  }
  return runs
    .map((run) => (run.length < 3 ? run.map((n) => `E${n}`).join(', ') : `E${run[0]}–E${run.at(-1)}`))
    .join(', ')
}

export function queueColumns(board: Board, now: Millis, words: Words): Column<Application>[] {
  const { t } = words
  const today = dayOf(now)
  return [
    {
      id: 'number',
      head: '№',
      width: '56px',
      cell: ({ number }) => <span className="num">{String(number).padStart(4, '0')}</span>,
    },
    {
      id: 'name',
      head: t('law:applicant'),
      cell: ({ id }) => (
        <b>
          <Person id={id} />
        </b>
      ),
    },
    {
      id: 'region',
      head: t('registry:region'),
      width: '10%',
      wideOnly: true,
      cell: ({ region }) => <span className="dim">{regionName(t, region).split(' · ').at(-1)}</span>,
    },
    {
      id: 'office',
      head: t('law:with'),
      width: '7%',
      cell: ({ clock }) => (clock ? t(`law:office.${clock.office}`) : <span className="dim">–</span>),
    },
    {
      id: 'from',
      head: t('law:from'),
      width: '6%',
      wideOnly: true,
      cell: ({ clock, submittedAt }) => (
        <span className="num dim">{shortDay(clock?.from ?? submittedAt, words)}</span>
      ),
    },
    {
      id: 'due',
      head: t('law:due'),
      width: '8%',
      cell: ({ clock }) => clock && <span className="num">{shortDay(endOfDay(clock.lastDay), words)}</span>,
    },
    {
      id: 'left',
      head: t('law:left'),
      width: '13%',
      cell: (file) => (
        <span className="flow">
          {isOverdue(file, now) && <AlarmMark level={2} size={14} />}
          <b className={isOverdue(file, now) ? 'amber' : undefined}>{leftInWords(file, now, words)}</b>
        </span>
      ),
    },
    {
      id: 'days',
      head: t('law:days'),
      width: '7%',
      wideOnly: true,
      cell: ({ clock }) => clock && <MiniDays clock={clock} today={today} />,
    },
    {
      id: 'checks',
      head: 'E1–E10',
      width: '168px',
      cell: (file) => <EligibilitySquares file={file} now={now} />,
    },
    {
      id: 'next',
      head: t('law:next'),
      width: '18%',
      cell: (file) => nextInWords(board, file, now, words),
    },
  ]
}
