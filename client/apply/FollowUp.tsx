import { type FormEvent, useState } from 'react'
import type { RegistryStatus } from '../../shared/assistants/types.ts'
import { type Day, dayText } from '../../shared/law/day.ts'
import { useAsk } from '../net/use-ask.ts'
import { BigButton, Headline, Pad } from '../ui/Phone.tsx'
import { useWords } from '../ui/words.ts'
import styles from './apply.module.css'
import { Line } from './Inputs.tsx'
import { Refused } from './Refused.tsx'
import type { Receipt } from './receipt.ts'

interface Answer {
  status: RegistryStatus
  lastDay: Day | null
}

const checked: ReadonlySet<RegistryStatus> = new Set(['POLICE_CHECK', 'AKIMAT_REVIEW'])

/** How an application stands, by its number and code; both go in the body of a question and never into an address. */
export function FollowUp({ receipt }: { receipt?: Receipt }) {
  const { t } = useWords()
  const [number, setNumber] = useState(receipt ? String(receipt.number).padStart(4, '0') : '')
  const [secret, setSecret] = useState(receipt?.secret ?? '')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const { ask, asking, refusal } = useAsk()
  const [sure, setSure] = useState(false)

  async function askFor(what: 'status' | 'withdraw') {
    if (asking) return
    const answered = await ask<Answer>(`/api/apply/${what}`, { number: Number(number), secret })
    setSure(false)
    if (answered || what === 'status') setAnswer(answered)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void askFor('status')
  }

  return (
    <form onSubmit={submit} noValidate>
      <Headline note={t('apply:follow-note')}>{t('apply:page.follow')}</Headline>
      <Pad>
        <div className={styles.stack}>
          <Line
            label={t('apply:receipt-number')}
            inputMode="numeric"
            maxLength={9}
            value={number}
            onChange={setNumber}
          />
          <Line
            label={t('apply:receipt-secret')}
            hint={t('apply:secret-hint')}
            maxLength={40}
            autoComplete="off"
            value={secret}
            onChange={setSecret}
          />
          <button type="submit" className={styles.submit} aria-disabled={asking}>
            {t(asking ? 'apply:asking' : 'apply:ask')}
          </button>
          {refusal && <Refused refusal={refusal} unknown="apply:not-answered" />}
          {answer && (
            <section className={styles.consent} role="status">
              <h2>{t(`terms:registry.${answer.status}`)}</h2>
              {answer.lastDay && <p>{t('apply:decides-until', { day: dayText(answer.lastDay) })}</p>}
              {answer.status === 'REFUSED' && <p>{t('apply:refused-why')}</p>}
              {!checked.has(answer.status) &&
                answer.status !== 'REFUSED' &&
                answer.status !== 'WITHDRAWN' && <p>{t('apply:after-registration')}</p>}
            </section>
          )}
          {answer && checked.has(answer.status) && (
            <>
              {sure && <p>{t('apply:withdraw-sure')}</p>}
              <BigButton onPress={() => (sure ? void askFor('withdraw') : setSure(true))}>
                {t(sure ? 'apply:withdraw-now' : 'apply:withdraw')}
              </BigButton>
            </>
          )}
        </div>
      </Pad>
    </form>
  )
}
