import type { CloseReason } from '../../shared/wire/closing.ts'
import { BigButton, Headline, PhoneFrame } from '../ui/Phone.tsx'
import { useWords } from '../ui/words.ts'

/** The server ended the connection for good, and the phone is still enrolled: why, and what to do. */
export function ClosedScreen({ reason }: { reason: CloseReason }) {
  const { t } = useWords()
  const why = reason === 'wire-version' || reason === 'too-many' ? reason : 'session-ended'
  return (
    <PhoneFrame
      thumb={
        <BigButton kind="primary" onPress={() => location.reload()}>
          {t('phone:open-again')}
        </BigButton>
      }
    >
      <Headline note={t(`phone:closed.${why}.note`)}>{t(`phone:closed.${why}`)}</Headline>
    </PhoneFrame>
  )
}
