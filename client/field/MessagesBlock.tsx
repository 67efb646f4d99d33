import type { Message } from '../../shared/messages/types.ts'
import { sameItems, useBoard, useName, useText } from '../store/use-store.ts'
import { Icon } from '../ui/Icons.tsx'
import { BigButton } from '../ui/Phone.tsx'
import styles from './field.module.css'
import type { Me } from './stage.ts'
import { useOutbox, usePhone, usePhoneWords, useSendingWords } from './use-phone.ts'

const receiptOf = ({ receipts }: Message, me: Me) => receipts.find(({ who }) => who.id === me.id)
const rememberedShown = 5

function useMessages(me: Me): { open: Message[]; earlier: Message[] } {
  const messages = useBoard(
    (board) =>
      [...board.message.values()].filter((message) => receiptOf(message, me)).sort((a, b) => a.at - b.at),
    sameItems,
    'message',
  )
  const understood = (message: Message) => !!receiptOf(message, me)?.understood
  return {
    open: messages.filter((message) => !understood(message)),
    earlier: messages.filter(understood).slice(-rememberedShown).reverse(),
  }
}

/** What waits for "understood", oldest first; a search's order stands elsewhere. */
export function OpenMessages({ me }: { me: Me }) {
  const { open } = useMessages(me)
  return open
    .filter(({ kind }) => kind !== 'radio-silence')
    .map((message) => <OpenMessage key={message.id} message={message} me={me} />)
}

/** The newest of those that were understood, behind one press. */
export function EarlierMessages({ me }: { me: Me }) {
  const { t, time } = usePhoneWords()
  const { earlier } = useMessages(me)
  if (earlier.length === 0) return null
  return (
    <details className={styles.earlier}>
      <summary>{t('phone:earlier-messages', { number: earlier.length })}</summary>
      <ul className={styles.list}>
        {earlier.map((message) => (
          <li key={message.id}>
            <span className={styles.main}>
              <MessageText message={message} />
            </span>
            <span className="num dim">{time(message.at)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function MessageText({ message }: { message: Message }) {
  const { t } = usePhoneWords()
  const text = useText(message.body)
  if (message.kind === 'member-out')
    return <>{t('phone:member-out', { callSign: message.about?.callSign ?? '' })}</>
  if (message.kind === 'radio-silence') return <>{t('phone:silence')}</>
  if (message.kind === 'silence-over') return <>{t('phone:silence-over')}</>
  return <>{message.kind === 'roll-call' ? t('phone:roll-call') : (text ?? t('phone:loading'))}</>
}

function OpenMessage({ message, me }: { message: Message; me: Me }) {
  const { t, time } = usePhoneWords()
  const { give } = usePhone()
  const sending = useSendingWords()
  const name = useName(message.by)
  const waits = useOutbox().some(
    ({ envelope, refused }) =>
      !refused &&
      envelope.type === 'SeeMessage' &&
      (envelope.body as { message: string }).message === message.id,
  )
  return (
    <section className={styles.notice} aria-label={t('phone:message')}>
      <Icon name="message" size={22} />
      <div style={{ flex: 1 }}>
        <h2 role="status">
          <MessageText message={message} />
        </h2>
        <p className="dim">
          {message.kind === 'member-out' ? t('phone:member-out.note') : (name ?? t('phone:somebody'))},{' '}
          <span className="num">{time(message.at)}</span>
        </p>
        <div className={styles.action}>
          <BigButton
            low
            icon="check"
            onPress={() => void give('SeeMessage', { message: message.id, who: me, state: 'understood' })}
            refused={waits && sending()}
          >
            {t(message.kind === 'roll-call' ? 'phone:here' : 'phone:understood')}
          </BigButton>
        </div>
      </div>
    </section>
  )
}
