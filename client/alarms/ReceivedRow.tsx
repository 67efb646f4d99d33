import { clockTime } from '../../shared/i18n/format.ts'
import { Person, UnitName } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import type { Received } from '../store/board-store.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { StripRow } from '../ui/StripRow.tsx'
import { Age } from '../ui/Times.tsx'

/** A call for help that the server has and the log has not yet: shown at once, and said so. */
export function ReceivedRow({ received: { kind, subject, at } }: { received: Received }) {
  const { t, offset } = useDeskWords()
  return (
    <StripRow
      level={1}
      mark={<AlarmMark level={1} label={t('alarms:class', { level: 1 })} />}
      kind={<b>{t(`terms:alarm.${kind}`)}</b>}
      start={clockTime(at, offset)}
      subject={<b>{subject.kind === 'unit' ? <UnitName id={subject.id} /> : <Person id={subject.id} />}</b>}
      doing={t('alarms:not-stored')}
      age={<Age since={at} />}
      reach={<span className="small">{t('alarms:being-stored')}</span>}
    />
  )
}
