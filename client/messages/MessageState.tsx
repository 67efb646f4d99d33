import type { Message } from '../../shared/messages/types.ts'
import type { Carrier } from '../../shared/shifts/events.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { Officer, Person, UnitName } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useAsk, useBoard, useLink, useText } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Ticks } from '../ui/Marks.tsx'
import { Age } from '../ui/Times.tsx'
import styles from './messages.module.css'
import { tally, tasksToAsk } from './receipts.ts'

/** What was said, by whom, how far it has come, and who is to be asked again. */
export function MessageState({ message, keyed }: { message: Message; keyed?: boolean }) {
  const { t, time } = useDeskWords()
  const { of, delivered, read, understood, silent } = tally(message)
  const task = useBoard((board) => (message.task ? taskName(board, message.task) : null))
  return (
    <article className={styles.message} aria-label={t(`terms:message.${message.kind}`)}>
      <p className={styles.head}>
        <b>{task ? t('messages:to-task', { task }) : t('messages:to-all')}</b>
        <span className="fill" />
        <span>
          <Officer id={message.by} /> <span className="num">{time(message.at)}</span>
        </span>
      </p>
      <p className={styles.text}>
        <MessageText message={message} />
      </p>
      <dl className={styles.counts}>
        <Count value={delivered} word={t('terms:order.delivered')} cells={1} />
        <Count value={read} word={t('terms:order.read')} cells={2} />
        <Count value={understood} word={t('terms:order.understood')} cells={3} />
        <Count value={of} word={t('messages:addressed')} />
      </dl>
      {silent.length > 0 && (message.kind === 'text' || message.kind === 'roll-call') && (
        <AskAgain message={message} kind={message.kind} silent={silent} keyed={keyed} />
      )}
    </article>
  )
}

/** The words of a message; a roll-call has none of its own. */
export function MessageText({ message }: { message: Message }) {
  const { t } = useDeskWords()
  const text = useText(message.body)
  if (message.kind === 'member-out')
    return <>{t('messages:member-out', { callSign: message.about?.callSign ?? '' })}</>
  if (message.kind === 'silence-over') return <>{t('messages:silence-over')}</>
  if (message.kind === 'radio-silence') return <>{t('messages:radio-silence', { place: text ?? '' })}</>
  return <>{message.kind === 'roll-call' ? t('messages:roll-call') : (text ?? t('messages:loading'))}</>
}

/** A number of people, and how many cells of their ticks it stands for. */
function Count({ value, word, cells }: { value: number; word: string; cells?: 1 | 2 | 3 }) {
  return (
    <div>
      <dd className="num">
        {value}
        {cells && <Ticks delivered read={cells > 1} understood={cells > 2} label="" />}
      </dd>
      <dt className="clip">{word}</dt>
    </div>
  )
}

interface AskAgainProps {
  message: Message
  kind: 'text' | 'roll-call'
  silent: readonly Carrier[]
  keyed: boolean | undefined
}

/** Names who has not confirmed, and says it once more to their teams only. */
function AskAgain({ message, kind, silent, keyed }: AskAgainProps) {
  const { t } = useDeskWords()
  const session = useStaff()
  const { up } = useLink()
  const text = useText(message.body)
  const { give, sending, refused } = useAsk(`ask-again:${message.id}`)
  const tasks = useBoard((board) => tasksToAsk(board, message, silent), sameItems)
  const { operation } = message
  const forbidden = useBoard(
    (board) => !maySend(session, board, 'SendMessage', { kind, operation, task: null }),
  )
  const why =
    (!up && t('messages:no-link')) ||
    (sending.length > 0 && t('messages:sending')) ||
    (forbidden && t('refusals:command.forbidden')) ||
    (tasks.length === 0 && t('messages:gone')) ||
    (kind === 'text' && text === undefined && t('messages:loading'))
  async function again() {
    for (const task of tasks) {
      const said = kind === 'text' && text !== undefined ? { text } : {}
      const answer = await give('SendMessage', { kind, operation, task, ...said })
      if (!answer.ok) return
    }
  }
  return (
    <div className={styles.again}>
      <span>
        {t('messages:silent')}{' '}
        <span className="strong">
          {silent.map(({ kind: of, id }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              {of === 'unit' ? <UnitName id={id} /> : <Person id={id} short />}
            </span>
          ))}
        </span>
        , <Age since={message.at} />
      </span>
      <Button
        {...(keyed && { action: 'message.ask-again' as const })}
        onPress={() => void again()}
        refused={why}
      >
        {t('messages:ask-again')}
      </Button>
      {refused && <Refusal refusal={refused.refusal} />}
    </div>
  )
}
