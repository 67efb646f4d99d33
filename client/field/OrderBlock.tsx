import type { Order, Task } from '../../shared/tasks/types.ts'
import { useEntity } from '../store/use-store.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { BigButton } from '../ui/Phone.tsx'
import styles from './field.module.css'
import { type OrderChange, orderChanges } from './order-changes.ts'
import { type Me, partyOf } from './stage.ts'
import { useOutbox, usePhone, usePhoneWords } from './use-phone.ts'

/** The order has a newer version than the one this person understood: what is new, and the word for it. */
export function OrderBlock({
  me,
  task,
  order,
  understood,
}: {
  me: Me
  task: Task
  order: Order
  understood: number
}) {
  const { t, time } = usePhoneWords()
  const { give } = usePhone()
  const leader = useEntity('unit', order.leader)
  const changes = orderChanges(task.orders, understood)
  const waits = useOutbox().some(({ envelope, refused }) => envelope.type === 'SeeOrder' && !refused)
  if (understood >= order.version) return null

  const words: Record<OrderChange, string> = {
    window: t('phone:changed.window', { from: time(order.window.from), to: time(order.window.to) }),
    perimeter: t('phone:changed.perimeter'),
    leader: t('phone:changed.leader', { unit: leader?.callSign ?? '' }),
    briefing: t('phone:changed.briefing'),
  }
  const understand = (
    <BigButton
      icon="check"
      low
      onPress={() =>
        void give('SeeOrder', {
          task: task.id,
          party: partyOf(me),
          version: order.version,
          state: 'understood',
        })
      }
      refused={waits && t('phone:sending-it')}
    >
      {t('phone:order-understood')}
    </BigButton>
  )
  if (order.version === 1) return <div className={styles.menu}>{understand}</div>
  return (
    <section className={`${styles.notice} ${styles.warn}`} role="status">
      <AlarmMark level={2} size={28} />
      <div style={{ flex: 1 }}>
        <h2>{t('phone:order-changed', { time: time(order.at) })}</h2>
        {changes.map((change) => (
          <p key={change}>{words[change]}</p>
        ))}
        <div className={styles.action}>{understand}</div>
      </div>
    </section>
  )
}
