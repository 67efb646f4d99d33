import { travelTime } from '../../shared/i18n/format.ts'
import type { LeftOut } from '../../shared/pairing/proposal.ts'
import { Person } from '../operations/Who.tsx'
import { refusalText, useDeskWords } from '../operations/words.ts'
import { RuleId } from '../ui/Chip.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import styles from './proposal.module.css'

interface LeftOutListProps {
  leftOut: readonly LeftOut[]
  byRule: Readonly<Record<string, number>>
  /** All of them; else only the nearest. */
  open: boolean
  onToggle(): void
}

const nearest = 7

/** The nearest who may not go, each with the rule and its sentence. */
export function LeftOutList({ leftOut, byRule, open, onToggle }: LeftOutListProps) {
  const { t, language } = useDeskWords()
  const sums = Object.entries(byRule)
    .filter(([, count]) => count > 0)
    .map(([rule, count]) => (rule === 'no-fix' ? t('proposals:no-fix', { count }) : `${rule} ${count}`))
  return (
    <>
      <SectionHead
        title={t('proposals:may-not-go')}
        count={leftOut.length}
        note={sums.join(' · ')}
        action="show.left-out"
        onAction={onToggle}
      />
      {leftOut.length > 0 && (
        <ul aria-label={t('proposals:may-not-go')}>
          {(open ? leftOut : leftOut.slice(0, nearest)).map(({ assistant, arrive, rule, code, params }) => (
            <li key={assistant} className={styles.no}>
              <span className="strong clip">
                <Person id={assistant} short />
              </span>
              <span className="num dim right">{travelTime(arrive * 1000, language)}</span>
              <RuleId id={rule} />
              <span className={styles.sentence}>{refusalText(t, { code: `gate.${code}`, params })}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
