import { useCallback, useState } from 'react'
import { AlarmStrip } from '../alarms/AlarmStrip.tsx'
import { SignInForm } from '../sign-in/SignInForm.tsx'
import { rememberedLogin } from '../sign-in/remembered-login.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icons.tsx'
import { usePage } from '../ui/use-key.ts'
import { useWords } from '../ui/words.ts'
import styles from './app.module.css'
import { RehearsalBanner } from './RehearsalBanner.tsx'
import { useStaff } from './staff-session.ts'

const storageKey = 'serik.locked'

/** A locked desk stays locked when the page is loaded again. */
export function useLock() {
  const [locked, setLocked] = useState(() => sessionStorage.getItem(storageKey) === 'yes')
  const lock = useCallback(() => {
    sessionStorage.setItem(storageKey, 'yes')
    setLocked(true)
  }, [])
  const unlock = useCallback(() => {
    sessionStorage.removeItem(storageKey)
    setLocked(false)
  }, [])
  return { locked, lock, unlock }
}

/** Covers the desk; calls for help stay in sight. The password of whoever locked it opens it. */
export function LockScreen({ onUnlock }: { onUnlock(): void }) {
  usePage('locked')
  const { t } = useWords()
  const session = useStaff()
  const login = rememberedLogin()
  function signOut() {
    onUnlock()
    session.signOut()
  }
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
            onUnlock()
            // Whose password it was is not known here: the page starts again as whoever that is.
            if (login === null) location.reload()
          }}
        />
        <Button onPress={signOut}>{t('desk:sign-out')}</Button>
      </div>
      <AlarmStrip onlySos />
    </div>
  )
}
