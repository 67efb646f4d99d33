import { openDialog } from '../app/desk-state.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icons.tsx'
import { useKey } from '../ui/use-key.ts'
import { useWords } from '../ui/words.ts'
import styles from './alarms.module.css'
import { playTones, unlockSound, useSound } from './sound.ts'

/** Says that alarms are not heard yet, until the browser may play; then it is gone. */
export function SoundLine() {
  const { t } = useWords()
  const { unlocked } = useSound()
  const test = () => void unlockSound().then(() => playTones(2))
  useKey('sound.test', test, { when: unlocked })
  useKey('sound.mute', () => openDialog({ name: 'sounds' }))
  if (unlocked) return null
  return (
    <div className={styles.sound} role="status">
      <Icon name="bell-off" />
      <span>{t('alarms:sound-locked')}</span>
      <Button action="sound.test" onPress={test}>
        {t('alarms:sound-unlock')}
      </Button>
    </div>
  )
}
