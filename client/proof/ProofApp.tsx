import { useEffect, useState } from 'react'
import { languages } from '../../shared/i18n/format.ts'
import { setLanguage } from '../app/i18n.ts'
import { PhoneFrame } from '../ui/Phone.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../ui/words.ts'
import { Answer } from './Answer.tsx'
import { type Checked, checkCode } from './check-code.ts'
import styles from './proof.module.css'

/** What a citizen sees who has scanned an assistant's code: in office now or not, asked once. */
export function ProofApp({ code }: { code: string }) {
  const { t, language } = useWords()
  const [checked, setChecked] = useState<Checked | null>(null)
  useEffect(() => {
    document.title = `${t('proof:title')} · Serik`
  }, [t])
  useEffect(() => {
    void checkCode(code).then(setChecked)
  }, [code])
  return (
    <PhoneFrame>
      <div className={styles.languages}>
        <Segments
          label={t('ui:language')}
          options={languages.map((one) => ({ value: one, label: t(`ui:language.${one}`) }))}
          value={language}
          onChange={(one) => void setLanguage(one)}
        />
      </div>
      <div role="status">
        {checked ? <Answer checked={checked} /> : <p className={styles.waiting}>{t('proof:checking')}</p>}
      </div>
    </PhoneFrame>
  )
}
