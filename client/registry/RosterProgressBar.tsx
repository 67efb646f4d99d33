import type { RosterProgress } from '../../shared/assistants/roster.ts'
import { number } from '../../shared/i18n/format.ts'
import { useWords } from '../ui/words.ts'
import styles from './registry.module.css'

/** How far a list is: read first, then checked or entered. */
export function RosterProgressBar({
  progress,
  preview,
}: {
  progress: RosterProgress | null
  preview: boolean
}) {
  const { t, language } = useWords()
  const importing = progress?.stage === 'importing'
  const title = t(
    !importing
      ? 'registry:import-reading'
      : preview
        ? 'registry:import-checking'
        : 'registry:import-importing',
  )
  const { done = 0, of = 0 } = progress ?? {}
  return (
    <div className={styles.lines}>
      <div className="flow" role="status">
        <span className="strong">{title}</span>
        <span className="fill" />
        {importing && <span className="num">{`${number(done, language)} / ${number(of, language)}`}</span>}
      </div>
      <progress
        className={styles.progress}
        value={of > 0 ? done : undefined}
        max={Math.max(1, of)}
        aria-label={title}
      />
    </div>
  )
}
