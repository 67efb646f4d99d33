import { calendarDate } from '../../../shared/i18n/format.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import { isLive } from '../../../shared/tasks/links.ts'
import type { Task } from '../../../shared/tasks/types.ts'
import { Sentence } from '../../journal/Sentence.tsx'
import { People, UnitName } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { PaperFacts, PaperSheet, PaperSigns, type Printing } from './PaperFrame.tsx'

interface PaperActivityProps {
  operation: Operation
  printing: Printing
  /** Of one team; null: of the whole operation. */
  task: Task | null
  /** Oldest first. */
  events: readonly LoggedEvent[]
  /** Older lines were left out: the paper says so. */
  cut: boolean
}

/** What the record says happened, line by line, as the journal tells it. */
export function PaperActivity({ operation, printing, task, events, cut }: PaperActivityProps) {
  const { t, time, offset } = useDeskWords()
  return (
    <PaperSheet
      operation={operation}
      printing={printing}
      title={task ? t('search:paper-activity-team', { task: task.number }) : t('search:paper.activity')}
    >
      {task && (
        <PaperFacts
          facts={[
            [t('search:sheet.unit'), <UnitName key="unit" id={task.unit} />],
            [
              t('search:sheet.people'),
              <People key="people" ids={task.members.filter(isLive).map(({ assistant }) => assistant)} />,
            ],
          ]}
        />
      )}
      {cut && <p>{t('search:paper-activity-cut', { count: events.length })}</p>}
      <table>
        <thead>
          <tr>
            <th style={{ width: '40pt' }}>#</th>
            <th style={{ width: '76pt' }}>{t('search:paper-when')}</th>
            <th>{t('search:paper-what')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.seq}>
              <td>{event.seq}</td>
              <td>
                {calendarDate(event.at, offset).slice(0, 5)} {time(event.at)}
              </td>
              <td>
                <Sentence event={event} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {events.length === 0 && <p>{t('journal:empty')}</p>}
      <PaperSigns signs={[t('search:paper-sign-prepared'), t('search:paper-sign-checked')]} />
    </PaperSheet>
  )
}
