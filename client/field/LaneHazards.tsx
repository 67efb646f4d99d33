import type { Hazard } from '../../shared/search/segments/ground-types.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { useEntity, useText } from '../store/use-store.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import styles from './field.module.css'
import { usePhoneWords } from './use-phone.ts'

/** What the desk has marked as dangerous, and where nobody may go. */
export function HazardsBlock({ task }: { task: Task }) {
  const { t } = usePhoneWords()
  const search = useEntity('operation', task.operation)?.search
  const hazards = search?.hazards ?? []
  const locked = search?.locked ?? []
  if (hazards.length + locked.length === 0) return null
  return (
    <section aria-label={t('sweep:hazards')} className={`${styles.notice} ${styles.warn}`}>
      <AlarmMark level={2} size={28} />
      <div>
        <h2>{t('sweep:hazards')}</h2>
        {hazards.map((hazard) => (
          <HazardLine key={hazard.id} hazard={hazard} />
        ))}
        {locked.map(({ place, letter }) => (
          <p key={place}>{t('sweep:locked', { letter })}</p>
        ))}
      </div>
    </section>
  )
}

function HazardLine({ hazard: { kind, words } }: { hazard: Hazard }) {
  const { t } = usePhoneWords()
  const said = useText(words)
  return (
    <p>
      <b>{t(`search:hazard.${kind}`)}</b>
      {said && `: ${said}`}
    </p>
  )
}
