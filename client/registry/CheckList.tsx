import { eligibilityNow } from '../../shared/applications/standing.ts'
import type { Application } from '../../shared/applications/types.ts'
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
import { useAsk, useLink, useStore } from '../store/use-store.ts'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Answers, CheckRow } from './CheckRow.tsx'
import styles from './queue.module.css'

const listed: readonly EligibilityId[] = [...bindingRules, 'E11']
const isPoliceRule = (rule: EligibilityId): rule is PoliceRule => policeRules.some((one) => one === rule)

/** E1 to E11 of an application. */
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
        onAction={focusNextOpen}
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

/** The first rule without an answer, so that E and Enter go down the list; what was answered is changed by hand. */
function focusNextOpen(): void {
  const list = document.getElementById('law-checks')
  const next = list?.querySelector<HTMLElement>('[data-open] button') ?? list?.querySelector('button')
  next?.focus()
}

function Check({ file, rule, verdict }: { file: Application; rule: EligibilityId; verdict: Verdict }) {
  const { t } = useDeskWords()
  const check = isPoliceRule(rule) ? file.checks[rule] : undefined
  const warned = rule === 'E3' && file.otherBirthDate
  return (
    <CheckRow
      rule={rule}
      verdict={verdict}
      check={check}
      at={check?.at ?? (isPoliceRule(rule) ? null : file.submittedAt)}
      warned={warned}
      note={
        <>
          {rule === 'E4' && <span className="dim"> · {dayText(file.idUntil)}</span>}
          {warned && <span className="amber"> · {t('law:other-birth-date')}</span>}
        </>
      }
    >
      {isPoliceRule(rule) && file.status === 'POLICE_CHECK' && <Answer file={file} rule={rule} />}
    </CheckRow>
  )
}

function Answer({ file, rule }: { file: Application; rule: PoliceRule }) {
  const { t } = useDeskWords()
  const session = useStaff()
  const { board } = useStore()
  const { up } = useLink()
  const { give, sending } = useAsk(`checks:${file.id}`)
  const command = { application: file.id, rule, result: 'CLEAR' as const }
  if (!maySend(session, board.board, 'RecordPoliceCheck', command)) return null
  return (
    <Answers
      rule={rule}
      given={file.checks[rule]?.result ?? null}
      refused={(!up && t('registry:no-link')) || (sending.length > 0 && t('registry:sending'))}
      onAnswer={(result) => void give('RecordPoliceCheck', { ...command, result })}
    />
  )
}
