import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkbox } from '../ui/Fields.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { useWords } from '../ui/words.ts'
import styles from './alarms.module.css'
import { playTones, toggleMute, unlockSound, useSound } from './sound.ts'

/** Which classes are heard, and how they sound. A call for help cannot be muted. */
export function SoundSettings({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { muted } = useSound()
  return (
    <Dialog title={t('alarms:sounds')} open onClose={onClose} width={440}>
      <div className={styles.form}>
        {([1, 2, 3] as const).map((of) => (
          <div key={of} className="flow">
            <AlarmMark level={of} />
            <Checkbox
              label={t(`alarms:sound-of.${of}`)}
              checked={!muted.includes(of)}
              disabled={of === 1}
              onChange={() => of !== 1 && toggleMute(of)}
            />
            <span className="fill" />
            <Button onPress={() => void unlockSound().then(() => playTones(of))}>
              {t('alarms:sound-test')}
            </Button>
          </div>
        ))}
        <p className="dim">{t('alarms:sos-always')}</p>
      </div>
    </Dialog>
  )
}
