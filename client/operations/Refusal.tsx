import type { CommandRefusal } from '../store/giver.ts'
import { useName } from '../store/use-store.ts'
import { RuleLine } from '../ui/Chip.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import styles from './operations.module.css'
import { refusalText, useDeskWords } from './words.ts'

/** Why the last command was refused, with its rule, and on a conflict who was first. Stays where it was asked. */
export function Refusal({ refusal }: { refusal: Pick<CommandRefusal, 'code' | 'params' | 'rule' | 'holder'> }) {
  const { t, time } = useDeskWords()
  const holder = useName(refusal.holder?.kind === 'staff' ? refusal.holder.id : null)
  const sentence = refusalText(t, refusal)
  return (
    <p className={styles.refusal} role="alert">
      <AlarmMark level={2} size={14} />
      <span>
        {refusal.rule ? <RuleLine id={refusal.rule}>{sentence}</RuleLine> : sentence}
        {refusal.holder && (
          <>
            {' '}
            {t('operations:changed-by', {
              who: holder ?? t('operations:somebody'),
              time: time(refusal.holder.at),
            })}
          </>
        )}
      </span>
    </p>
  )
}
