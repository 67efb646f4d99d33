import type { Alarm } from '../../shared/alarms/types.ts'
import { Person, UnitName } from '../operations/Who.tsx'
import { useEntity } from '../store/use-store.ts'
import { useWords } from '../ui/words.ts'

/** Whom or what an alarm is about, by name. */
export function AlarmSubject({ alarm: { subject } }: { alarm: Pick<Alarm, 'subject'> }) {
  const { t } = useWords()
  const place = useEntity('place', subject.kind === 'place' ? subject.id : null)
  if (subject.kind === 'unit')
    return (
      <b>
        <UnitName id={subject.id} />
      </b>
    )
  if (subject.kind === 'assistant')
    return (
      <b>
        <Person id={subject.id} />
      </b>
    )
  return <b>{place ? t('alarms:post', { letter: place.letter, name: place.name }) : ''}</b>
}
