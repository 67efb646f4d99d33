import { useWords } from '../ui/words.ts'
import styles from './app.module.css'

/** On every screen of a rehearsal, so that nobody takes it for real or the real desk for a rehearsal. */
export function RehearsalBanner({
  purpose,
  inert,
}: {
  purpose: 'rehearsal' | 'live' | null
  inert?: boolean
}) {
  const { t } = useWords()
  if (purpose !== 'rehearsal') return null
  return (
    <aside className={styles.rehearsal} aria-label={t('desk:rehearsal')} inert={inert}>
      {t('desk:rehearsal')}
    </aside>
  )
}
