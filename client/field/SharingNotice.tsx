import { useSyncExternalStore } from 'react'
import { AlarmMark } from '../ui/Marks.tsx'
import styles from './field.module.css'
import type { SharingState } from './sharing.ts'
import { usePhone, usePhoneWords } from './use-phone.ts'

const wrong = new Set<SharingState>(['insecure', 'missing', 'denied', 'failing'])

/** Why no positions go out, when they should. */
export function SharingNotice() {
  const { t } = usePhoneWords()
  const { sharing } = usePhone()
  const state = useSyncExternalStore(sharing.onChange, sharing.state)
  if (!wrong.has(state)) return null
  return (
    <section className={`${styles.notice} ${styles.warn}`} role="status">
      <AlarmMark level={2} size={28} />
      <div>
        <h2>{t(`phone:sharing.${state}` as 'phone:sharing.denied')}</h2>
        <p>{t(`phone:sharing.${state}.note` as 'phone:sharing.denied.note')}</p>
      </div>
    </section>
  )
}

/** A page with a dark screen cannot follow anybody: it says so, and whether the screen is kept on. */
export function ScreenNote() {
  const { t } = usePhoneWords()
  const phone = usePhone()
  const state = useSyncExternalStore(phone.onWakeLock, () => phone.wakeLock()?.state() ?? null)
  if (state === null) return null
  return <p className={styles.screen}>{t(state === 'held' ? 'phone:screen-kept' : 'phone:screen-keep')}</p>
}
