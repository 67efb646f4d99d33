import { useState } from 'react'
import { languages } from '../../shared/i18n/format.ts'
import { type Day, dayText } from '../../shared/law/day.ts'
import { setLanguage } from '../app/i18n.ts'
import { Headline, Pad, PhoneFrame } from '../ui/Phone.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../ui/words.ts'
import { ApplyForm } from './ApplyForm.tsx'
import styles from './apply.module.css'

export interface Receipt {
  number: number
  lastDay: Day
}

/** Who wants to become a public assistant applies here; what is filled in leaves this page only with the press. */
export function ApplyApp() {
  const { t, language } = useWords()
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  return (
    <PhoneFrame>
      <Pad>
        <Segments
          label={t('ui:language')}
          options={languages.map((one) => ({ value: one, label: t(`ui:language.${one}`) }))}
          value={language}
          onChange={(one) => void setLanguage(one)}
        />
      </Pad>
      {receipt ? <Received {...receipt} /> : <ApplyForm onReceived={setReceipt} />}
    </PhoneFrame>
  )
}

function Received({ number, lastDay }: Receipt) {
  const { t } = useWords()
  return (
    <div role="status">
      <Headline note={t('apply:received-note')}>{t('apply:received')}</Headline>
      <Pad>
        <p>{t('apply:receipt-number')}</p>
        <p className={styles.number}>{String(number).padStart(4, '0')}</p>
        <ol className={styles.next}>
          <li>{t('apply:next.police', { day: dayText(lastDay) })}</li>
          <li>{t('apply:next.akimat')}</li>
          <li>{t('apply:next.card')}</li>
        </ol>
        <p className={styles.fine}>{t('apply:withdraw')}</p>
      </Pad>
    </div>
  )
}
