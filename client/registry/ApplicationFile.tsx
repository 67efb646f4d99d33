import { statusOf } from '../../shared/applications/standing.ts'
import type { Application } from '../../shared/applications/types.ts'
import { calendarDate } from '../../shared/i18n/format.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import { dayOf, dayText } from '../../shared/law/day.ts'
import { regionName } from '../app/region-name.ts'
import { useDeskWords } from '../operations/words.ts'
import { useBoard, useEntity, useName, useText } from '../store/use-store.ts'
import { useSlowNow } from '../tasks/use-slow-now.ts'
import { Chip } from '../ui/Chip.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Empty, type Fact, Facts, Notice, Panel, PanelTitle } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { ApplicantData } from './ApplicantData.tsx'
import { ApplicationActions } from './ApplicationActions.tsx'
import { CheckList } from './CheckList.tsx'
import { DayBoxes, MiniDays } from './DayBoxes.tsx'
import { ErasureBlock } from './ErasureBlock.tsx'
import styles from './queue.module.css'
import { isOverdue } from './queue.ts'
import { leftInWords } from './queue-columns.tsx'

/** One application: whose turn it is, by when, what the rules say, and what may be done with it. */
export function ApplicationFile({ id }: { id: Id }) {
  const { t } = useDeskWords()
  const now = useSlowNow()
  const file = useEntity('application', id)
  const name = useName(id)
  const status = useBoard((board) => (file ? statusOf(board, file) : 'DRAFT'))
  if (!file) return <Empty>{t('law:gone')}</Empty>
  return (
    <Panel
      actions={
        <div data-due="" style={{ display: 'contents' }}>
          <ApplicationActions file={file} name={name ?? ''} now={now} />
        </div>
      }
    >
      <PanelTitle
        above={
          <>
            <span className="num">{String(file.number).padStart(4, '0')}</span>
            <span>{t('law:application')}</span>
            <span className="fill" />
            <Chip>{t(`terms:registry.${status}`)}</Chip>
          </>
        }
        title={name ?? String(file.number)}
      >
        <FileFacts file={file} />
        <ApplicantData file={file} />
      </PanelTitle>
      <Deadline file={file} now={now} />
      <ErasureBlock
        person={id}
        erasedAt={file.erasedAt}
        over={status === 'REFUSED' || status === 'WITHDRAWN'}
      />
      <CheckList file={file} now={now} />
    </Panel>
  )
}

function FileFacts({ file }: { file: Application }) {
  const { submittedAt, clock, region, registration, card, reason } = file
  const { t, offset } = useDeskWords()
  const why = useText(reason)
  const date = (at: Millis) => <span className="num">{calendarDate(at, offset)}</span>
  const facts: Fact[] = [
    { name: t('law:submitted'), value: date(submittedAt) },
    ...(clock?.office === 'akimat' ? [{ name: t('law:forwarded'), value: date(clock.from) }] : []),
    { name: t('registry:region'), value: regionName(t, region) },
    ...(registration
      ? [{ name: t('law:registration'), value: `№ ${registration.number}, ${dayText(registration.on)}` }]
      : []),
    ...(card
      ? [{ name: t('law:card'), value: t('law:card-numbers', { number: card.number, badge: card.badge }) }]
      : []),
    ...(card?.returnedAt ? [{ name: t('law:card-returned'), value: date(card.returnedAt) }] : []),
    ...(reason ? [{ name: t('law:written-reason'), value: why ?? '' }] : []),
  ]
  return <Facts facts={facts} nameWidth={116} />
}

/** The office's days, and once they are over a notice that stays: the decision is still a person's. */
function Deadline({ file, now }: { file: Application; now: Millis }) {
  const words = useDeskWords()
  const { t } = words
  const { clock } = file
  if (!clock) return null
  const today = dayOf(now)
  return (
    <>
      {isOverdue(file, now) && (
        <Notice
          tone="level2"
          mark={<AlarmMark level={2} size={18} />}
          title={t('law:overdue-title', { day: dayText(clock.lastDay) })}
        >
          {t(clock.overdueAt === null ? 'law:overdue-note' : 'law:overdue-escalated')}
        </Notice>
      )}
      <SectionHead title={t(`law:days.${clock.office}`)} count={leftInWords(file, now, words)} />
      {clock.office === 'akimat' ? (
        <DayBoxes clock={clock} today={today} />
      ) : (
        <p className={styles.refusal}>
          <MiniDays clock={clock} today={today} />{' '}
          <span className="num">{t('law:until', { day: dayText(clock.lastDay) })}</span>
        </p>
      )}
    </>
  )
}
