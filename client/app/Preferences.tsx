import { languages } from '../../shared/i18n/format.ts'
import { Icon } from '../ui/Icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useWords } from '../ui/words.ts'
import { setLanguage } from './i18n.ts'
import { setTheme, themes, useTheme } from './theme.ts'

/** Language and theme, one menu, for the desk and the phone. */
export function Preferences() {
  const { t, language } = useWords()
  const theme = useTheme()
  return (
    <Menu
      plain
      label={t('ui:settings')}
      items={[
        ...languages.map((one) => ({
          id: one,
          label: t(`ui:language.${one}`),
          chosen: one === language,
          onChoose: () => void setLanguage(one),
        })),
        ...themes.map((one) => ({
          id: one,
          label: t(`ui:theme.${one}`),
          chosen: one === theme,
          onChoose: () => setTheme(one),
        })),
      ]}
    >
      <Icon name="settings" />
    </Menu>
  )
}
