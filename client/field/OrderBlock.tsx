import type { Order, Task } from '../../shared/tasks/types.ts'
import { useEntity } from '../store/use-store.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { BigButton } from '../ui/Phone.tsx'
import styles from './field.module.css'
import { type OrderChange, orderChanges } from './order-changes.ts'
import { type Me, partyOf } from './stage.ts'
import { useOutbox, usePhone, usePhoneWords, useSendingWords } from './use-phone.ts'

interface OrderProps {
  me: Me
  task: Task
  order: Order
  /** The newest version that this person has understood. */
  understood: number
}

/** The order was changed since this person understood it: what is new, and the word for it. */
export function OrderBlock({ me, task, order, understood }: OrderProps) {
  const { t, time } = usePhoneWords()
  const leader = useEntity('unit', order.leader)
  if (order.version === 1 || understood >= order.version) return null
  const words: Record<OrderChange, string> = {
    window: t('phone:changed.window', { from: time(order.window.from), to: time(order.window.to) }),
    perimeter: t('phone:changed.perimeter'),
    leader: t('phone:changed.leader', { unit: leader?.callSign ?? '' }),
    briefing: t('phone:changed.briefing'),
  }
  return (
    <section className={`${styles.notice} ${styles.warn}`} role="status">
      <AlarmMark level={2} size={28} />
      <div style={{ flex: 1 }}>
        <h2>{t('phone:order-changed', { time: time(order.at) })}</h2>
        {orderChanges(task.orders, understood).map((change) => (
          <p key={change}>{words[change]}</p>
        ))}
        <div className={styles.action}>
          <UnderstandButton me={me} task={task} order={order} />
        </div>
      </div>
    </section>
  )
}

export function UnderstandButton({ me, task, order }: Omit<OrderProps, 'understood'>) {
  const { t } = usePhoneWords()
  const { give } = usePhone()
  const sending = useSendingWords()
  const waits = useOutbox().some(({ envelope, refused }) => envelope.type === 'SeeOrder' && !refused)
  return (
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
      refused={waits && sending()}
    >
      {t('phone:order-understood')}
    </BigButton>
  )
}
