import { useState } from 'react'
import { useEntity, useSession } from '../store/use-store.ts'
import { BigButton, HoldButton } from '../ui/Phone.tsx'
import styles from './field.module.css'
import { Preferences } from './Preferences.tsx'
import type { Me } from './stage.ts'
import { useOutbox, usePhone, usePhoneWords } from './use-phone.ts'

const signOutHold = 2_000

/** Whose phone this is, its language and theme, and the way out. */
export function PhoneMenu({ me, signedOut }: { me: Me | null; signedOut(): void }) {
  const { t } = usePhoneWords()
  const phone = usePhone()
  const session = useSession()
  const carrier = useEntity(me?.kind ?? 'assistant', me?.id)
  const unsent = useOutbox().filter(({ refused }) => !refused).length
  const [leaving, setLeaving] = useState(false)
  return (
    <section className={styles.menu} aria-label={t('ui:settings')}>
      <p className="strong">
        <b>{carrier && 'callSign' in carrier ? carrier.callSign : ''}</b>{' '}
        {session?.me.name !== (carrier && 'callSign' in carrier ? carrier.callSign : '') && session?.me.name}
      </p>
      <Preferences />
      {leaving ? (
        <>
          <p>{unsent > 0 ? t('phone:sign-out-unsent', { number: unsent }) : t('phone:sign-out-note')}</p>
          <HoldButton
            kind="normal"
            holdFor={signOutHold}
            onHeld={() => void phone.signOut().then(signedOut)}
            note={t('phone:hold-two-seconds')}
            tooShort={t('phone:hold-longer')}
          >
            {t('phone:sign-out')}
          </HoldButton>
        </>
      ) : (
        <BigButton low icon="lock" onPress={() => setLeaving(true)}>
          {t('phone:sign-out')}
        </BigButton>
      )}
    </section>
  )
}
