import { distance } from '../../shared/geo/distance.ts'
import { clockTime, distance as distanceWords } from '../../shared/i18n/format.ts'
import { useEntity, useLink, useName } from '../store/use-store.ts'
import { Icon } from '../ui/Icons.tsx'
import { type Stage as HelpStage, RedHead, Stages } from '../ui/Phone.tsx'
import { Age } from '../ui/Times.tsx'
import styles from './field.module.css'
import type { Help } from './help.ts'
import type { Me } from './stage.ts'
import { useOwn, usePhoneWords, useSpot } from './use-phone.ts'

/** The call for help and how far it has come: it says nothing that has not been confirmed. */
export function HelpBlock({ help, me, dismiss }: { help: Help; me: Me; dismiss(): void }) {
  const { t, language, offset } = usePhoneWords()
  const name = useName(help.seen?.account)
  const { level } = useLink()
  const full = (at: number | null) => (at === null ? undefined : clockTime(at, offset))
  if (help.resolved)
    return (
      <div className={styles.notice} role="status">
        <Icon name="check" size={22} />
        <div>
          <h2>{t('phone:sos.closed', { time: clockTime(help.resolved.at, offset, false) })}</h2>
          <p>
            {t('phone:sos.reason', {
              reason: t(`terms:resolved.${help.resolved.reason}` as 'terms:resolved.other'),
            })}
          </p>
          <button type="button" className={`${styles.plain} ${styles.action}`} onClick={dismiss}>
            {t('phone:put-away')}
          </button>
        </div>
      </div>
    )

  const stages: HelpStage[] = [
    {
      id: 'received',
      done: help.receivedAt !== null,
      title: t(help.receivedAt === null ? 'phone:sos.waiting' : 'phone:sos.received'),
      note: t(help.receivedAt === null ? 'phone:sos.waiting.note' : 'phone:sos.received.note'),
      time: full(help.receivedAt),
    },
    {
      id: 'stored',
      done: help.storedAt !== null,
      title: t(help.storedAt === null ? 'phone:sos.not-stored' : 'phone:sos.stored'),
      note: help.storedAt === null ? undefined : t('phone:sos.stored.note'),
      time: full(help.storedAt),
    },
    {
      id: 'seen',
      done: help.seen !== null,
      title: help.seen ? t('phone:sos.seen', { name: name ?? t('phone:somebody') }) : t('phone:sos.not-seen'),
      note:
        help.seen === null && help.climbed > 0 ? t('phone:sos.climbed', { count: help.climbed }) : undefined,
      time: full(help.seen?.at ?? null),
    },
    {
      id: 'with',
      done: help.officerWith !== null,
      title: t(help.officerWith === null ? 'phone:sos.nobody-with' : 'phone:sos.with'),
      note: <Partner me={me} language={language} />,
      time: full(help.officerWith),
    },
  ]
  return (
    <section aria-label={t('terms:alarm.sos')}>
      <RedHead
        aside={<Age since={help.pressedAt} />}
        note={t(`phone:sos.now.${stateOf(help, level === 'lost')}`)}
      >
        {t(help.receivedAt === null ? 'phone:sos.title-waiting' : 'phone:sos.title')}
      </RedHead>
      <Stages stages={stages} label={t('phone:sos.stages')} />
    </section>
  )
}

/** The furthest it has come. Without a link nobody can say what became of it since. */
function stateOf({ officerWith, seen, storedAt, receivedAt }: Help, lost: boolean) {
  if (receivedAt === null) return 'waiting'
  if (lost) return 'lost'
  if (officerWith !== null) return 'with'
  if (seen) return 'seen'
  return storedAt === null ? 'received' : 'stored'
}

/** In the thumb's zone while a call is open. */
export function Call102() {
  const { t } = usePhoneWords()
  return (
    <a className={styles.call} href="tel:102">
      <Icon name="phone" size={20} />
      {t('phone:call-102')}
    </a>
  )
}

/** How far one's own officer is, where that is known. */
function Partner({ me, language }: { me: Me; language: 'kk' | 'ru' | 'en' }) {
  const { t } = usePhoneWords()
  const assistant = useEntity('assistant', me.kind === 'assistant' ? me.id : null)
  const task = useEntity('task', assistant?.task)
  const unit = useEntity('unit', task?.unit)
  const spot = useSpot(unit?.no)
  const own = useOwn()
  if (!unit || !spot || !own) return null
  return (
    <>
      {t('phone:sos.partner', {
        unit: unit.callSign,
        distance: distanceWords(distance(own, spot), language),
      })}
    </>
  )
}
