import { type FormEvent, useState } from 'react'
import { useAsk } from '../net/use-ask.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { Headline, Pad, PhoneFrame } from '../ui/Phone.tsx'
import { useWords } from '../ui/words.ts'
import styles from './field.module.css'
import { Preferences } from './Preferences.tsx'
import { refusalWords } from './refusal-words.ts'
import type { Enrolment } from './storage.ts'

/** Why the phone is at this screen again, when it had been enrolled. */
export type EnrolReason = 'first' | 'signed-out' | 'revoked' | 'replace'

export interface EnrolScreenProps {
  /** From the link or QR; never used without a press, since it works only once. */
  code: string
  reason: EnrolReason
  enrolled(as: Enrolment): void
  /** Back to the phone as it is; only with `replace`. */
  keep?(): void
}

export function EnrolScreen({ code: given, reason, enrolled, keep }: EnrolScreenProps) {
  const { t } = useWords()
  const [code, setCode] = useState(given)
  const { ask, asking, refusal } = useAsk()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (asking || code.trim() === '') return
    const enrolment = await ask<Enrolment>('/api/enrol', { code: code.trim() })
    if (enrolment) enrolled({ token: enrolment.token, device: enrolment.device })
  }

  return (
    <PhoneFrame>
      <Headline note={t(`phone:enrol.${reason}.note`)}>{t(`phone:enrol.${reason}`)}</Headline>
      <Pad>
        <form className={styles.stack} onSubmit={(event) => void submit(event)}>
          <div>
            <label className={styles.label} htmlFor="enrol-code">
              {t('phone:enrol.code')}
            </label>
            <input
              id="enrol-code"
              className={styles.code}
              value={code}
              onChange={(event) => setCode(event.target.value)}
              autoComplete="one-time-code"
              autoCapitalize="characters"
              autoCorrect="off"
              spellCheck={false}
              maxLength={40}
              aria-invalid={refusal !== null}
              aria-describedby="enrol-says"
            />
          </div>
          <p id="enrol-says" role="status" className="flow">
            {refusal && (
              <>
                <AlarmMark level={2} size={22} />
                <span>
                  {refusal.code === 'code.unknown' ? t('phone:enrol.wrong') : refusalWords(t, refusal)}
                </span>
              </>
            )}
          </p>
          <button type="submit" className={styles.submit} aria-disabled={asking || code.trim() === ''}>
            {t(asking ? 'phone:enrol.asking' : 'phone:enrol.connect')}
          </button>
          {keep && (
            <button type="button" className={styles.plain} onClick={keep}>
              {t('phone:enrol.keep')}
            </button>
          )}
        </form>
      </Pad>
      <Pad>
        <div className={styles.stack}>
          <p className={styles.fine}>{t('phone:enrol.help')}</p>
          {!window.isSecureContext && <p>{t('phone:sharing.insecure.note')}</p>}
          <Preferences />
        </div>
      </Pad>
    </PhoneFrame>
  )
}
