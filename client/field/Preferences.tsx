import { languages } from '../../shared/i18n/format.ts'
import { setLanguage } from '../app/i18n.ts'
import { setTheme, themes, useTheme } from '../app/theme.ts'
import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../ui/words.ts'

/** Language and theme. Without the desk's menu, which would double what a phone loads. */
export function Preferences() {
  const { t, language } = useWords()
  return (
    <>
      <Segments
        label={t('ui:language')}
        options={languages.map((one) => ({ value: one, label: t(`ui:language.${one}`) }))}
        value={language}
        onChange={(one) => void setLanguage(one)}
      />
      <Segments
        label={t('ui:theme')}
        options={themes.map((one) => ({ value: one, label: t(`ui:theme.${one}`) }))}
        value={useTheme()}
        onChange={setTheme}
      />
    </>
  )
}
