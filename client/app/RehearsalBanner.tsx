import { useWords } from '../ui/words.ts'
import styles from './app.module.css'

/** On every screen of a rehearsal, so that nobody takes it for real or the real desk for a rehearsal. */
export function RehearsalBanner({ purpose }: { purpose: 'rehearsal' | 'live' | null }) {
  const { t } = useWords()
  if (purpose !== 'rehearsal') return null
  return (
    <div className={styles.rehearsal} role="note">
      {t('desk:rehearsal')}
    </div>
  )
}
