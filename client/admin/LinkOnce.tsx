import { calendarDate } from '../../shared/i18n/format.ts'
import { useDeskWords } from '../operations/words.ts'
import { CopyLine } from '../registry/CopyLine.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { PasswordLink } from './accounts.ts'
import styles from './admin.module.css'

/** The link that sets a password, shown once and never asked for again. */
export function LinkOnce({ link, login, onClose }: { link: PasswordLink; login: string; onClose(): void }) {
  const { t, time, offset } = useDeskWords()
  return (
    <Dialog open onClose={onClose} width={620} title={t('admin:password-link')}>
      <div className={styles.lines}>
        <p>{t('admin:link-how')}</p>
        <CopyLine name={t('admin:login')} text={login} />
        <CopyLine name={t('admin:link')} text={`${location.origin}${link.path}`} />
        <p className="dim small">
          {t('admin:link-once', { date: calendarDate(link.expiresAt, offset), time: time(link.expiresAt) })}
        </p>
      </div>
    </Dialog>
  )
}
