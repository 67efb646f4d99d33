import type { Assistant } from '../../shared/assistants/types.ts'
import type { WordKey } from '../../shared/i18n/keys.ts'
import { refusalText, useDeskWords } from '../operations/words.ts'
import { useBoard } from '../store/use-store.ts'
import { useSlowNow } from '../tasks/use-slow-now.ts'
import { RuleId } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icons.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import styles from './registry.module.css'
import { standingOf } from './standing.ts'

/** The rules of sending, one line each: what holds, what does not and why. Only a lost registration is abnormal. */
export function StandingList({ assistant }: { assistant: Assistant }) {
  const { t } = useDeskWords()
  const now = useSlowNow()
  const standing = useBoard((board) => standingOf(board, assistant, now), sameStanding)
  const holding = standing.filter(({ state }) => state === 'holds').length
  return (
    <>
      <SectionHead
        title={t('registry:rules')}
        count={t('registry:rules-hold', { holding, of: standing.length })}
        action="checks.show"
        onAction={() => document.getElementById('registry-rules')?.scrollIntoView({ block: 'start' })}
      />
      <ul id="registry-rules">
        {standing.map(({ rule, state, refusal }) => (
          <li key={rule} className={styles.rule}>
            <RuleId id={rule} />
            <span className={state === 'lost' && rule === 'D1' ? 'amber' : undefined}>
              {refusal
                ? refusalText(t, { code: `gate.${refusal.code}`, params: refusal.params })
                : t(`terms:rule.${rule}` as WordKey)}
            </span>
            {state === 'holds' && <Icon name="check" label={t('registry:holds')} />}
            {state === 'asked' && <span className="dim small">{t('registry:when-sent')}</span>}
            {state === 'lost' &&
              (rule === 'D1' ? (
                <AlarmMark level={2} size={16} label={t('registry:lost')} />
              ) : (
                <Icon name="minus" label={t('registry:lost')} />
              ))}
          </li>
        ))}
      </ul>
    </>
  )
}

type List = ReturnType<typeof standingOf>
const sameStanding = (a: List, b: List) => JSON.stringify(a) === JSON.stringify(b)
