import { useState } from 'react'
import { languages } from '../../shared/i18n/format.ts'
import { dayText } from '../../shared/law/day.ts'
import { setLanguage } from '../app/i18n.ts'
import { BigButton, Headline, Pad, PhoneFrame } from '../ui/Phone.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../ui/words.ts'
import { ApplyForm } from './ApplyForm.tsx'
import styles from './apply.module.css'
import { FollowUp } from './FollowUp.tsx'
import type { Receipt } from './receipt.ts'

/** Who wants to become a public assistant applies here; what is filled in leaves this page only with the press. */
export function ApplyApp() {
  const { t, language } = useWords()
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const [page, setPage] = useState<'apply' | 'follow'>('apply')
  return (
    <PhoneFrame>
      <Pad>
        <div className={styles.stack}>
          <Segments
            label={t('ui:language')}
            options={languages.map((one) => ({ value: one, label: t(`ui:language.${one}`) }))}
            value={language}
            onChange={(one) => void setLanguage(one)}
          />
          <Segments
            label={t('apply:page')}
            options={(['apply', 'follow'] as const).map((value) => ({
              value,
              label: t(`apply:page.${value}`),
            }))}
            value={page}
            onChange={setPage}
          />
        </div>
      </Pad>
      {page === 'follow' && <FollowUp {...(receipt && { receipt })} />}
      {/* Stays in place: what was typed is kept. */}
      <div hidden={page === 'follow'}>
        {receipt ? (
          <Received {...receipt} onFollow={() => setPage('follow')} />
        ) : (
          <ApplyForm onReceived={setReceipt} />
        )}
      </div>
    </PhoneFrame>
  )
}

function Received({ number, lastDay, secret, onFollow }: Receipt & { onFollow(): void }) {
  const { t } = useWords()
  return (
    <div role="status">
      <Headline note={t('apply:received-note')}>{t('apply:received')}</Headline>
      <Pad>
        <div className={styles.stack}>
          <dl className={styles.receipt}>
            <dt>{t('apply:receipt-number')}</dt>
            <dd className={styles.number}>{String(number).padStart(4, '0')}</dd>
            <dt>{t('apply:receipt-secret')}</dt>
            <dd className={styles.secret}>{secret}</dd>
          </dl>
          <p className={styles.fine}>{t('apply:secret-once')}</p>
          <ol className={styles.next}>
            <li>{t('apply:next.police', { day: dayText(lastDay) })}</li>
            <li>{t('apply:next.akimat')}</li>
            <li>{t('apply:next.card')}</li>
          </ol>
          <BigButton onPress={onFollow}>{t('apply:follow-this')}</BigButton>
        </div>
      </Pad>
    </div>
  )
}
