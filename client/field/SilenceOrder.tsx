import type { Message } from '../../shared/messages/types.ts'
import { useBoard, useText } from '../store/use-store.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { BigButton } from '../ui/Phone.tsx'
import styles from './field.module.css'
import type { Me } from './stage.ts'
import { useNow, useOutbox, usePhone, usePhoneWords, useSendingWords } from './use-phone.ts'

/** Milliseconds for which the order stays in sight once it is acknowledged: it says where to return. */
const inSight = 6 * 3_600_000

/** A search's teams are called back: before everything else, whatever this phone is for now. Why, it does not say. */
export function SilenceOrder({ me }: { me: Me }) {
  const order = useBoard((board) => newestOrder(board.message.values(), me), Object.is, 'message')
  const at = useNow(60_000)
  if (!order) return null
  const understood = !!order.receipts.find(({ who }) => who.id === me.id)?.understood
  if (understood && at - order.at > inSight) return null
  return <Order order={order} understood={understood} me={me} />
}

/** The newest word to this phone, unless it is that the silence is over. */
function newestOrder(messages: Iterable<Message>, me: Me): Message | null {
  let newest: Message | null = null
  for (const message of messages)
    if (
      (message.kind === 'radio-silence' || message.kind === 'silence-over') &&
      message.receipts.some(({ who }) => who.id === me.id) &&
      (!newest || message.at >= newest.at)
    )
      newest = message
  return newest?.kind === 'radio-silence' ? newest : null
}

function Order({ order, understood, me }: { order: Message; understood: boolean; me: Me }) {
  const { t, time } = usePhoneWords()
  const { give } = usePhone()
  const sending = useSendingWords()
  const place = useText(order.body)
  const waits = useOutbox().some(
    ({ envelope: { type, body }, refused }) =>
      !refused && type === 'SeeMessage' && (body as { message: string }).message === order.id,
  )
  return (
    <section className={`${styles.notice} ${styles.warn}`} aria-label={t('phone:silence')}>
      <AlarmMark level={2} size={22} />
      <div style={{ flex: 1 }}>
        <h2 role="status">{t('phone:silence')}</h2>
        <p>{t('phone:silence-stop')}</p>
        <p>
          {t('phone:silence-return')}: <b>{place ?? t('phone:loading')}</b>
        </p>
        <p className="dim">
          {t('phone:silence-call')} <span className="num">{time(order.at)}</span>
        </p>
        {!understood && (
          <div className={styles.action}>
            <BigButton
              low
              icon="check"
              onPress={() => void give('SeeMessage', { message: order.id, who: me, state: 'understood' })}
              refused={waits && sending()}
            >
              {t('phone:silence-taken')}
            </BigButton>
          </div>
        )}
      </div>
    </section>
  )
}
