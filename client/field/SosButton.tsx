import { useLink } from '../store/use-store.ts'
import { HoldButton } from '../ui/Phone.tsx'
import { usePhone, usePhoneWords } from './use-phone.ts'

/** Milliseconds: long enough not to be sat on, short enough to be of use. */
const holdFor = 2_000

/** Always the last thing of the thumb's zone, on and off duty, with and without a network. */
export function SosButton({ again }: { again: boolean }) {
  const { t } = usePhoneWords()
  const phone = usePhone()
  const { up } = useLink()
  const note = up ? (again ? 'phone:sos.again' : 'phone:sos.hold') : 'phone:sos.no-link'
  return (
    <HoldButton holdFor={holdFor} note={t(note)} tooShort={t('phone:sos.short')} onHeld={phone.callForHelp}>
      {t('terms:alarm.sos')}
    </HoldButton>
  )
}
