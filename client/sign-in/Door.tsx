import type { ReactNode } from 'react'
import { languages } from '../../shared/i18n/format.ts'
import { setLanguage } from '../app/i18n.ts'
import { RehearsalBanner } from '../app/RehearsalBanner.tsx'
import { setTheme, themes, useTheme } from '../app/theme.ts'
import { BrandMark } from '../ui/Icons.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePage } from '../ui/use-key.ts'
import { useWords } from '../ui/words.ts'
import styles from './sign-in.module.css'

export type Purpose = 'rehearsal' | 'live' | null

/** The frame of the pages before the desk: the mark, one form, language and theme. */
export function Door({ purpose, title, children }: { purpose: Purpose; title: string; children: ReactNode }) {
  usePage('locked')
  const { t, language } = useWords()
  const theme = useTheme()
  return (
    <div className={styles.door}>
      <RehearsalBanner purpose={purpose} />
      <main className={styles.middle}>
        <div className={styles.brand}>
          <BrandMark />
          <b>Serik</b>
        </div>
        <h1>{title}</h1>
        {children}
      </main>
      <footer className={styles.foot}>
        <Segments
          label={t('ui:language')}
          value={language}
          onChange={(one) => void setLanguage(one)}
          options={languages.map((value) => ({ value, label: t(`ui:language.${value}`) }))}
        />
        <Segments
          label={t('ui:theme')}
          value={theme}
          onChange={setTheme}
          options={themes.map((value) => ({ value, label: t(`ui:theme.${value}`) }))}
        />
      </footer>
    </div>
  )
}
