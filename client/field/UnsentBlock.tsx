import { useSyncExternalStore } from 'react'
import type { Translate } from '../../shared/i18n/keys.ts'
import { useLink } from '../store/use-store.ts'
import { Icon } from '../ui/Icons.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { BigNumber, Pad } from '../ui/Phone.tsx'
import styles from './field.module.css'
import { refusalWords } from './refusal-words.ts'
import type { OutboxItem } from './storage.ts'
import { useNow, useOutbox, usePhone, usePhoneWords } from './use-phone.ts'

/** Milliseconds that a press may be under way before it is called unsent. */
const underWay = 3_000

/** What was pressed in words: "On scene", "Understood the order". */
function itemWords(t: Translate, { envelope }: OutboxItem): string {
  const { to, answer } = envelope.body as { to?: string; answer?: string }
  if (envelope.type === 'TakeStep') return t(`terms:step.${to}` as 'terms:step.offered')
  if (envelope.type === 'AnswerOffer')
    return t(answer === 'accept' ? 'terms:step.accepted' : 'terms:step.declined')
  return t(`phone:item.${envelope.type}` as 'phone:item.BookOn')
}

/** What is not sent yet, and what was sent and not taken; the second stays until it is put away. */
export function UnsentBlock() {
  const { t, time } = usePhoneWords()
  const { outbox, fixes } = usePhone()
  const items = useOutbox()
  const { up } = useLink()
  const at = useNow(1_000)
  const points = useSyncExternalStore(fixes.onChange, fixes.waiting)
  const refused = items.filter((item) => item.refused !== null)
  const waiting = items.filter(
    (item) => item.refused === null && (!up || at - (item.envelope.madeAt ?? 0) > underWay),
  )
  const pressed = ({ envelope }: OutboxItem) => (envelope.madeAt === undefined ? '' : time(envelope.madeAt))
  return (
    <>
      {refused.map((item) => (
        <section key={item.envelope.id} className={`${styles.notice} ${styles.warn}`} role="status">
          <AlarmMark level={2} size={28} />
          <div>
            <h2>{t('phone:not-taken', { what: itemWords(t, item), time: pressed(item) })}</h2>
            <p>{item.refused && refusalWords(t, item.refused)}</p>
            <button
              type="button"
              className={`${styles.plain} ${styles.action}`}
              onClick={() => outbox.dismiss(item.envelope.id)}
            >
              {t('phone:put-away')}
            </button>
          </div>
        </section>
      ))}
      {waiting.length > 0 && (
        <section aria-label={t('phone:unsent')}>
          <Pad>
            <BigNumber value={waiting.length}>
              {t('phone:wait-to-be-sent', { count: waiting.length })}
            </BigNumber>
          </Pad>
          <ul className={styles.list}>
            {waiting.map((item) => (
              <li key={item.envelope.id}>
                <Icon name="arrow-up" size={18} />
                <span className={styles.main}>{itemWords(t, item)}</span>
                <span className="num dim">{pressed(item)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!up && waiting.length + points > 0 && (
        <p className={styles.screen}>
          {points > 0 && `${t('phone:points', { count: points })} `}
          {t('phone:kept-here')}
        </p>
      )}
    </>
  )
}
