import type { CloseReason } from '../../shared/wire/closing.ts'
import { BigButton, Headline, PhoneFrame } from '../ui/Phone.tsx'
import { useWords } from '../ui/words.ts'

const said = ['wire-version', 'too-many', 'no-storage'] as const

/** Nothing goes on by itself, and the phone is still enrolled: why, and what to do. */
export function ClosedScreen({ reason }: { reason: CloseReason | 'no-storage' }) {
  const { t } = useWords()
  const why = said.find((one) => one === reason) ?? 'session-ended'
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
