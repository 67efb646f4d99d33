import { distance } from '../../shared/geo/distance.ts'
import { distance as distanceWords } from '../../shared/i18n/format.ts'
import type { Order, Task } from '../../shared/tasks/types.ts'
import { useEntity, useName, useText } from '../store/use-store.ts'
import { Pad } from '../ui/Phone.tsx'
import styles from './field.module.css'
import type { Me } from './stage.ts'
import { useOwn, usePhoneWords } from './use-phone.ts'

/** Who leads, when, where to meet, what to do, and who ordered it. */
export function OrderFacts({ me, task, order }: { me: Me; task: Task; order: Order }) {
  const { t, language, time } = usePhoneWords()
  const unit = useEntity('unit', order.leader)
  const place = useEntity('place', task.place)
  const by = useName(order.by)
  const briefing = useText(order.briefing)
  const own = useOwn()
  const { from, to } = order.window
  const meeting = place?.meeting
  return (
    <Pad>
      <dl className={styles.facts}>
        <dt>{t('phone:with')}</dt>
        <dd>{me.kind === 'unit' ? t('terms:assistants', { count: task.members.length }) : unit?.callSign}</dd>
        <dt>{t('phone:when')}</dt>
        <dd className="num">
          {time(from)} – {time(to)}
        </dd>
        {meeting && (
          <>
            <dt>{t('phone:meet')}</dt>
            <dd>
              {time(meeting.time ?? from)}
              {own && (
                <>
                  {' '}
                  · {t('phone:straight', { distance: distanceWords(distance(own, meeting.at), language) })}
                </>
              )}
            </dd>
          </>
        )}
        {briefing !== undefined && (
          <>
            <dt>{t('phone:task')}</dt>
            <dd>{briefing}</dd>
          </>
        )}
        {by !== undefined && (
          <>
            <dt>{t('phone:ordered-by')}</dt>
            <dd>{by}</dd>
          </>
        )}
      </dl>
    </Pad>
  )
}
