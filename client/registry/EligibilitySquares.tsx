import { eligibilityNow } from '../../shared/applications/standing.ts'
import type { Application } from '../../shared/applications/types.ts'
import type { Millis } from '../../shared/kernel/ids.ts'
import { bindingRules } from '../../shared/law/eligibility/all.ts'
import { classes } from '../ui/class-names.ts'
import { useWords } from '../ui/words.ts'
import styles from './queue.module.css'

/** E1 to E10 in a line: filled holds, empty is not answered, crossed stands in the way, "!" is a warning. */
export function EligibilitySquares({ file, now }: { file: Application; now: Millis }) {
  const { t } = useWords()
  const eligibility = eligibilityNow(file, now)
  const clear = bindingRules.filter((rule) => eligibility[rule] === 'CLEAR').length
  return (
    <span
      className={styles.squares}
      role="img"
      aria-label={t('law:checks-clear', { clear, of: bindingRules.length })}
    >
      {bindingRules.map((rule) => {
        const verdict = eligibility[rule]
        const warned = rule === 'E3' && verdict === 'CLEAR' && file.otherBirthDate
        return (
          <i
            key={rule}
            title={rule}
            className={classes(
              warned ? styles.warned : verdict === 'CLEAR' && styles.clear,
              verdict === 'NOT_CLEAR' && styles.not,
            )}
          >
            {warned ? '!' : verdict === 'NOT_CLEAR' ? '×' : ''}
          </i>
        )
      })}
    </span>
  )
}
