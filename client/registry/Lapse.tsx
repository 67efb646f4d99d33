import type { Assistant } from '../../shared/assistants/types.ts'
import { calendarDate } from '../../shared/i18n/format.ts'
import { isEnding } from '../../shared/law/endings/all.ts'
import { reasonWord } from '../app/status-reason.ts'
import { useDeskWords } from '../operations/words.ts'
import { RuleId } from '../ui/Chip.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Notice } from '../ui/Panel.tsx'

/** Why the status does not run and since when: the trigger of the law, or the police's own ground. */
export function Lapse({ assistant: { lapse, status, frozen } }: { assistant: Assistant }) {
  const { t, offset } = useDeskWords()
  if (!lapse) return null
  const { reason, at, document } = lapse
  return (
    <Notice
      tone="level2"
      mark={<AlarmMark level={2} size={18} />}
      title={t(status === 'SUSPENDED' ? 'law:suspended-on' : 'law:ended-on', {
        day: calendarDate(at, offset),
      })}
    >
      <span className="flow">
        {isEnding(reason) && <RuleId id={reason} />}
        <span>
          {t(reasonWord(reason))}
          {document && `, № ${document}`}
        </span>
      </span>
      {frozen && <p>{t('law:frozen')}</p>}
    </Notice>
  )
}
