import { Hatches } from '../ui/Icons.tsx'
import { TopBar, TopCell } from '../ui/TopBar.tsx'
import { useWords } from '../ui/words.ts'
import { Preferences } from './Preferences.tsx'

export function DeskApp() {
  const { t } = useWords()
  return (
    <>
      <Hatches />
      <div style={{ height: 40, background: 'var(--bg1)' }}>
        <TopBar scope="" links={[]} linksLabel={t('ui:settings')}>
          <TopCell>
            <Preferences />
          </TopCell>
        </TopBar>
      </div>
    </>
  )
}
