import { calendarDate, clockTime } from '../../shared/i18n/format.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { entityOf, type Id } from '../../shared/kernel/ids.ts'
import { Sentence } from '../journal/Sentence.tsx'
import { useName } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Facts, Panel, PanelTitle } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import styles from './audit.module.css'
import type { Filters } from './filters.ts'
import { actorText, type LineWords, type Look, label, lineText } from './line-text.ts'

interface AuditSideProps {
  event: LoggedEvent
  filters: Filters
  words: LineWords
  onFilters(filters: Filters): void
}

const mostListed = 12

/** One record in full, and the way to everything of whoever did it and to everything of what it was about. */
export function AuditSide({ event, filters, words, onFilters }: AuditSideProps) {
  const { t, offset } = words
  const { seq, at, by, commandId, keys, type, data } = event
  const access = filters.chain === 'access'
  const about = access
    ? (data as Look).about
    : [...new Set(keys.flatMap((key) => entityOf(key)?.id ?? []))].filter((id) => id !== by.id)
  useName(by.kind === 'system' ? null : by.id)
  return (
    <Panel>
      <PanelTitle
        above={<span className="num">{t('audit:record', { seq })}</span>}
        title={actorText(words, event)}
      >
        <p className={styles.sentence}>
          {access ? lineText(words, 'access', event) : <Sentence event={event} />}
        </p>
        <Facts
          facts={[
            {
              name: t('audit:time'),
              value: <span className="num">{`${calendarDate(at, offset)} ${clockTime(at, offset)}`}</span>,
            },
            { name: t('audit:type'), value: <code>{access ? (data as Look).kind : type}</code> },
            ...(access && (data as Look).reason
              ? [{ name: t('audit:reason'), value: (data as Look).reason }]
              : []),
            { name: t('audit:command'), value: <code className={styles.long}>{commandId}</code> },
          ]}
        />
      </PanelTitle>
      <SectionHead title={t('audit:follow')} />
      <div className={styles.follow}>
        {by.kind !== 'system' && (
          <Button onPress={() => onFilters({ ...filters, actor: by.id })}>
            {t('audit:by-them', { who: actorText(words, event) })}
          </Button>
        )}
        {about.slice(0, mostListed).map((id) => (
          <About key={id} id={id} words={words} onPress={() => onFilters({ ...filters, about: id })} />
        ))}
      </div>
    </Panel>
  )
}

function About({ id, words, onPress }: { id: Id; words: LineWords; onPress(): void }) {
  useName(id)
  return <Button onPress={onPress}>{words.t('audit:about-it', { what: label(words, id) })}</Button>
}
