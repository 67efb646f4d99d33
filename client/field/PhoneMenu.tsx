import { useState } from 'react'
import { bookedOn } from '../../shared/shifts/types.ts'
import { useEntity, useLink, useSession } from '../store/use-store.ts'
import { BigButton, HoldButton } from '../ui/Phone.tsx'
import styles from './field.module.css'
import { HoursBlock } from './HoursBlock.tsx'
import { LooksBlock } from './LooksBlock.tsx'
import { OfflineNote } from './OfflineNote.tsx'
import { Preferences } from './Preferences.tsx'
import type { Me } from './stage.ts'
import { useOutbox, usePhone, usePhoneWords } from './use-phone.ts'

/** Whose phone this is, its language and theme, and the way out. */
export function PhoneMenu({ me, signedOut }: { me: Me | null; signedOut(): void }) {
  const { t } = usePhoneWords()
  const { me: who } = useSession() ?? {}
  const carrier = useEntity(me?.kind ?? 'assistant', me?.id)
  const callSign = carrier?.callSign ?? ''
  return (
    <section className={styles.menu} aria-label={t('ui:settings')}>
      {who && (
        <p className={styles.whose}>
          <b>{callSign}</b> {who.name !== callSign && who.name}
        </p>
      )}
      <Preferences />
      <OfflineNote />
      {me?.kind === 'assistant' && <HoursBlock me={me} />}
      {me?.kind === 'assistant' && <LooksBlock />}
      <SignOut onDuty={bookedOn(carrier?.shift ?? null)} signedOut={signedOut} />
    </section>
  )
}

const signOutHold = 2_000

/** Asked for by one press, said what it costs, done by a long one. */
function SignOut({ onDuty, signedOut }: { onDuty: boolean; signedOut(): void }) {
  const { t } = usePhoneWords()
  const phone = usePhone()
  const { up } = useLink()
  const unsent = useOutbox().filter(({ refused }) => !refused).length
  const [step, setStep] = useState<'no' | 'asked' | 'going'>('no')
  function go(): void {
    setStep('going')
    void phone.signOut().then(signedOut)
  }
  if (step === 'going') return <p role="status">{t('phone:sign-out-going')}</p>
  if (step === 'no')
    return (
      <BigButton low icon="lock" onPress={() => setStep('asked')}>
        {t('phone:sign-out')}
      </BigButton>
    )
  return (
    <>
      <div role="status">
        <p>{t('phone:sign-out-note')}</p>
        {unsent > 0 && <p>{t('phone:sign-out-unsent', { number: unsent })}</p>}
        {onDuty && <p>{t('phone:sign-out-on-duty')}</p>}
        {!up && <p>{t('phone:sign-out-offline')}</p>}
      </div>
      <HoldButton
        kind="normal"
        holdFor={signOutHold}
        onHeld={go}
        note={t('phone:hold-two-seconds')}
        tooShort={t('phone:hold-longer')}
      >
        {t('phone:sign-out')}
      </HoldButton>
      <BigButton low onPress={() => setStep('no')}>
        {t('phone:stay')}
      </BigButton>
    </>
  )
}
