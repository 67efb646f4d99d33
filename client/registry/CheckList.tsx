import { eligibilityNow } from '../../shared/applications/standing.ts'
import type { Application } from '../../shared/applications/types.ts'
import { calendarDate } from '../../shared/i18n/format.ts'
import type { Millis } from '../../shared/kernel/ids.ts'
import { dayText } from '../../shared/law/day.ts'
import { bindingRules } from '../../shared/law/eligibility/all.ts'
import {
  type EligibilityId,
  type PoliceRule,
  policeRules,
  type Verdict,
} from '../../shared/law/eligibility/rule.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useLink, useName, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { RuleId } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icons.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import styles from './queue.module.css'

const listed: readonly EligibilityId[] = [...bindingRules, 'E11']
const isPoliceRule = (rule: EligibilityId): rule is PoliceRule => policeRules.some((one) => one === rule)

/** E1 to E11, each with its sentence, how it stands, who answered it and when. What was found is not here. */
export function CheckList({ file, now }: { file: Application; now: Millis }) {
  const { t } = useDeskWords()
  const eligibility = eligibilityNow(file, now)
  const clear = bindingRules.filter((rule) => eligibility[rule] === 'CLEAR').length
  const { refused } = useAsk(`checks:${file.id}`)
  return (
    <>
      <SectionHead
        title={t('law:checks')}
        count={t('law:checks-clear', { clear, of: bindingRules.length })}
        action="checks.show"
        onAction={() => document.getElementById('law-checks')?.querySelector<HTMLElement>('button')?.focus()}
      />
      {refused && (
        <div className={styles.refusal}>
          <Refusal refusal={refused.refusal} />
        </div>
      )}
      <ul id="law-checks">
        {listed.map((rule) => (
          <Check key={rule} file={file} rule={rule} verdict={eligibility[rule]} />
        ))}
      </ul>
    </>
  )
}

function Check({ file, rule, verdict }: { file: Application; rule: EligibilityId; verdict: Verdict }) {
  const { t, offset } = useDeskWords()
  const check = isPoliceRule(rule) ? file.checks[rule] : undefined
  const checker = useName(check?.by)
  const warned = rule === 'E3' && file.otherBirthDate
  const at = check?.at ?? (isPoliceRule(rule) ? null : file.submittedAt)
  return (
    <li className={styles.check}>
      <RuleId id={rule} />
      <span>
        {t(`law:rule.${rule}`)}
        {rule === 'E4' && <span className="dim"> · {dayText(file.idUntil)}</span>}
        {warned && <span className="amber"> · {t('law:other-birth-date')}</span>}
        {checker && <span className="dim"> · {checker}</span>}
      </span>
      <Mark rule={rule} verdict={verdict} warned={warned} />
      <span className={`num dim ${styles.when}`}>{at !== null && calendarDate(at, offset).slice(0, 5)}</span>
      {isPoliceRule(rule) && file.status === 'POLICE_CHECK' && (
        <Answer file={file} rule={rule} given={check?.result ?? null} />
      )}
    </li>
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

interface AnswerProps {
  file: Application
  rule: PoliceRule
  given: 'CLEAR' | 'NOT_CLEAR' | null
}

/** The reviewer's two answers; the other one stays in reach, since a letter may come late. */
function Answer({ file, rule, given }: AnswerProps) {
  const { t } = useDeskWords()
  const session = useStaff()
  const { board } = useStore()
  const { up } = useLink()
  const { give, sending } = useAsk(`checks:${file.id}`)
  const command = { application: file.id, rule, result: 'CLEAR' as const }
  if (!maySend(session, board.board, 'RecordPoliceCheck', command)) return null
  const why = (!up && t('registry:no-link')) || (sending.length > 0 && t('registry:sending'))
  return (
    <span className={styles.answer}>
      {(['CLEAR', 'NOT_CLEAR'] as const)
        .filter((result) => result !== given)
        .map((result) => (
          <Button
            key={result}
            label={`${rule}: ${t(`law:answer.${result}`)}`}
            onPress={() => void give('RecordPoliceCheck', { ...command, result })}
            refused={why}
          >
            {t(`law:answer.${result}`)}
          </Button>
        ))}
    </span>
  )
}
