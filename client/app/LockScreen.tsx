import { AlarmStrip } from '../alarms/AlarmStrip.tsx'
import { rememberedLogin } from '../sign-in/remembered-login.ts'
import { SignInForm } from '../sign-in/SignInForm.tsx'
import { useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icons.tsx'
import { usePage } from '../ui/use-key.ts'
import { useWords } from '../ui/words.ts'
import styles from './app.module.css'
import { LinkStamp } from './LinkStamp.tsx'
import { RehearsalBanner } from './RehearsalBanner.tsx'
import { useStaff } from './staff-session.ts'
import { deskLock } from './use-lock.ts'

/** Covers the desk; calls for help stay in sight. The password of whoever locked it opens it. */
export function LockScreen() {
  usePage('locked')
  const { t } = useWords()
  const session = useStaff()
  const login = rememberedLogin()
  const lost = useLink().level === 'lost'
  return (
    <div className={styles.lock} role="dialog" aria-label={t('desk:locked')}>
      <RehearsalBanner purpose={session.purpose} />
      <div className={styles.lockForm}>
        <Icon name="lock" size={26} />
        <b>{t('desk:locked')}</b>
        <span className="dim">{session.me.name}</span>
        <SignInForm
          login={login}
          submit={t('desk:unlock')}
          onSignedIn={() => {
            deskLock.unlock()
            // Whose password it was is not known here: the page starts again as whoever that is.
            if (login === null) location.reload()
          }}
        />
        <Button onPress={session.signOut}>{t('desk:sign-out')}</Button>
      </div>
      {lost && <LinkStamp pane="alarms" />}
      <AlarmStrip onlySos />
    </div>
  )
}
