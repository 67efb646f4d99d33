import type { ReactNode } from 'react'
import type { PoliceCheck } from '../../shared/assistants/types.ts'
import { calendarDate } from '../../shared/i18n/format.ts'
import type { Millis } from '../../shared/kernel/ids.ts'
import type { EligibilityId, PoliceRule, Verdict } from '../../shared/law/eligibility/rule.ts'
import { lawParameters } from '../../shared/law/parameters.ts'
import { useDeskWords } from '../operations/words.ts'
import { useName } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { RuleId } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icons.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import styles from './queue.module.css'

interface CheckRowProps {
  rule: EligibilityId
  verdict: Verdict
  /** Who answered it and when; of what was judged at receipt only the time is known. */
  check?: PoliceCheck | undefined
  at?: Millis | null
  warned?: boolean
  note?: ReactNode
  children?: ReactNode
}

/** A rule of who may be an assistant: its sentence, how it stands, who answered it and when. What was found is not here. */
export function CheckRow({
  rule,
  verdict,
  check,
  at = check?.at ?? null,
  warned,
  note,
  children,
}: CheckRowProps) {
  const { t, offset } = useDeskWords()
  const checker = useName(check?.by)
  return (
    <li className={styles.check} data-open={verdict === 'PENDING' || undefined}>
      <RuleId id={rule} />
      <span>
        {t(`law:rule.${rule}`)}
        <LookBack rule={rule} />
        {note}
        {checker && <span className="dim"> · {checker}</span>}
      </span>
      <Mark rule={rule} verdict={verdict} warned={warned === true} />
      <span className={`num dim ${styles.when}`}>{at !== null && calendarDate(at, offset).slice(0, 5)}</span>
      {children}
    </li>
  )
}

/** How far the police look back: a number of the law's that may still change. */
function LookBack({ rule }: { rule: EligibilityId }) {
  const { t } = useDeskWords()
  const years = rule === 'E7' ? lawParameters.convictionYears : lawParameters.penaltyYears
  if (rule !== 'E7' && rule !== 'E8') return null
  return (
    <span className="dim">
      {' '}
      · {years === null ? t('law:until-expunged') : t('law:last-years', { count: years })}
    </span>
  )
}

function Mark({ rule, verdict, warned }: { rule: EligibilityId; verdict: Verdict; warned: boolean }) {
  const { t } = useDeskWords()
  if (rule === 'E11')
    return <span className="dim">{t(verdict === 'CLEAR' ? 'law:insured' : 'law:not-insured')}</span>
  if (verdict === 'PENDING') return <span className="dim">{t('law:pending')}</span>
  if (verdict === 'NOT_CLEAR') return <AlarmMark level={2} size={16} label={t('law:not-clear')} />
  return warned ? (
    <AlarmMark level={2} size={16} label={t('law:warning')} />
  ) : (
    <Icon name="check" label={t('law:clear')} />
  )
}

interface AnswersProps {
  rule: PoliceRule
  given: PoliceCheck['result'] | null
  refused: string | false
  onAnswer(result: PoliceCheck['result']): void
}

/** The reviewer's two answers; the other one stays in reach, since a letter may come late. */
export function Answers({ rule, given, refused, onAnswer }: AnswersProps) {
  const { t } = useDeskWords()
  return (
    <span className={styles.answer}>
      {(['CLEAR', 'NOT_CLEAR'] as const)
        .filter((result) => result !== given)
        .map((result) => (
          <Button
            key={result}
            label={`${rule}: ${t(`law:answer.${result}`)}`}
            onPress={() => onAnswer(result)}
            refused={refused}
          >
            {t(`law:answer.${result}`)}
          </Button>
        ))}
    </span>
  )
}
