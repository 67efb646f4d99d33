import type { Id } from '../../shared/kernel/ids.ts'
import { JournalLine } from '../journal/JournalLine.tsx'
import { useDeskWords } from '../operations/words.ts'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import styles from './registry.module.css'
import { useFileEvents } from './use-file-events.ts'

/** States with their reasons, devices and shifts of one file, newest first. */
export function FileHistory({ kind, id }: { kind: 'assistant' | 'unit'; id: Id }) {
  const { t } = useDeskWords()
  const { events, more, asking, failed, askOlder } = useFileEvents(kind, id)
  return (
    <>
      <SectionHead title={t('registry:history')} count={events.length} />
      <ol>
        {events.map((event) => (
          <JournalLine key={event.seq} event={event} dated />
        ))}
      </ol>
      <div className={styles.foot}>
        {failed && <p>{t('registry:history-failed')}</p>}
        {more ? (
          <Button onPress={askOlder} refused={asking && t('registry:loading')}>
            {t('registry:look-further')}
          </Button>
        ) : (
          <span className="dim">{t('registry:history-begins')}</span>
        )}
      </div>
    </>
  )
}
