import type { WordKey } from '../../shared/i18n/keys.ts'
import type { HttpRefusal } from '../net/ask-server.ts'
import { refusalWords } from '../store/refusal-words.ts'
import { RuleLine } from '../ui/Chip.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { useWords } from '../ui/words.ts'
import styles from './apply.module.css'

/** Why the server said no, with the rule of the law where it was one; `unknown` is for a code without a sentence. */
export function Refused({ refusal, unknown }: { refusal: HttpRefusal; unknown: WordKey }) {
  const { t } = useWords()
  const sentence = refusalWords(t, refusal, unknown)
  return (
    <p className={styles.fault} role="alert">
      <AlarmMark level={2} size={22} />
      {refusal.rule ? <RuleLine id={refusal.rule}>{sentence}</RuleLine> : <span>{sentence}</span>}
    </p>
  )
}
