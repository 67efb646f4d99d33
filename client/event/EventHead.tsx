import type { ReactNode } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Operation } from '../../shared/operations/types.ts'
import { useDeskWords } from '../operations/words.ts'
import { Menu } from '../ui/Menu.tsx'
import styles from './event.module.css'

interface EventHeadProps {
  event: Operation
  events: readonly Operation[]
  onOperation(id: Id): void
  children: ReactNode
}

/** Which event this is, a way to the others, and its sums. */
export function EventHead({ event, events, onOperation, children }: EventHeadProps) {
  const { t, window } = useDeskWords()
  return (
    <header className={styles.head}>
      <div className="clip">
        <div className="dim num">
          {event.number} · {t('terms:operation.event-security')} · {window(event.window)}
        </div>
        <div className="flow">
          <h1 className="clip">{event.title}</h1>
          {events.length > 1 && (
            <Menu
              plain
              label={t('event:other-events')}
              items={events.map(({ id, number, title }) => ({
                id,
                label: title,
                note: String(number),
                chosen: id === event.id,
                onChoose: () => onOperation(id),
              }))}
            >
              {''}
            </Menu>
          )}
        </div>
      </div>
      <span className="fill" />
      {children}
    </header>
  )
}
