import type { Assistant } from '../../shared/assistants/types.ts'
import { type PoliceRule, policeRules } from '../../shared/law/eligibility/rule.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useEntity, useLink, useStore } from '../store/use-store.ts'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Answers, CheckRow } from './CheckRow.tsx'
import styles from './queue.module.css'

/** E5 to E9 of a suspended person, to be answered anew before the status runs again. */
export function Rechecks({ assistant: { id } }: { assistant: Assistant }) {
  const { t } = useDeskWords()
  const checks = useEntity('recheck', id)?.checks ?? {}
  const clear = policeRules.filter((rule) => checks[rule]?.result === 'CLEAR').length
  const { refused } = useAsk(`rechecks:${id}`)
  return (
    <>
      <SectionHead
        title={t('law:rechecks')}
        count={t('law:checks-clear', { clear, of: policeRules.length })}
      />
      {refused && (
        <div className={styles.refusal}>
          <Refusal refusal={refused.refusal} />
        </div>
      )}
      <ul>
        {policeRules.map((rule) => (
          <CheckRow key={rule} rule={rule} verdict={checks[rule]?.result ?? 'PENDING'} check={checks[rule]}>
            <Answer id={id} rule={rule} given={checks[rule]?.result ?? null} />
          </CheckRow>
        ))}
      </ul>
    </>
  )
}

function Answer({ id, rule, given }: { id: string; rule: PoliceRule; given: 'CLEAR' | 'NOT_CLEAR' | null }) {
  const { t } = useDeskWords()
  const session = useStaff()
  const { board } = useStore()
  const { up } = useLink()
  const { give, sending } = useAsk(`rechecks:${id}`)
  const command = { assistant: id, rule, result: 'CLEAR' as const }
  if (!maySend(session, board.board, 'RecordRecheck', command)) return null
  return (
    <Answers
      rule={rule}
      given={given}
      refused={(!up && t('registry:no-link')) || (sending.length > 0 && t('registry:sending'))}
      onAnswer={(result) => void give('RecordRecheck', { ...command, result })}
    />
  )
}
