import { useState } from 'react'
import { distance } from '../../shared/geo/distance.ts'
import { distance as distanceWords } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { isLive } from '../../shared/tasks/links.ts'
import type { Member, Task } from '../../shared/tasks/types.ts'
import { useEntity, useName } from '../store/use-store.ts'
import { BigButton, HoldButton, Pad } from '../ui/Phone.tsx'
import styles from './field.module.css'
import { askedStep, type Me } from './stage.ts'
import { Ago } from './TruthLine.tsx'
import { useOutbox, useOwn, usePhone, usePhoneWords, useSendingWords, useSpot } from './use-phone.ts'

const leaveHold = 1_000
const isHere = ({ step }: Member) => step === 'on-scene' || step === 'hold'

/** A unit's people: how far each is, and the leader's word for where they stand. */
export function TeamBlock({ me, task }: { me: Me; task: Task }) {
  const { t, time } = usePhoneWords()
  const { give } = usePhone()
  const unit = useEntity('unit', me.id)
  const [absent, setAbsent] = useState<ReadonlySet<Id>>(new Set())
  const [checking, setChecking] = useState(false)
  const bound = task.members.filter((member) => isLive(member) && member.step !== 'offered')
  const present = bound.filter(({ assistant }) => !absent.has(assistant))
  const unitThere = task.unitLink.step === 'on-scene'

  function tick(assistant: Id, here: boolean): void {
    const next = new Set(absent)
    if (here) next.delete(assistant)
    else next.add(assistant)
    setAbsent(next)
  }
  function checkIn(): void {
    void give('CheckInPost', { task: task.id, present: present.map(({ assistant }) => assistant) })
    setChecking(false)
    setAbsent(new Set())
  }

  return (
    <section aria-label={t('phone:team')}>
      <ul className={styles.list}>
        {task.members.map((member) => (
          <TeamRow
            key={member.assistant}
            task={task.id}
            member={member}
            here={checking && bound.includes(member) ? !absent.has(member.assistant) : null}
            tick={(here) => tick(member.assistant, here)}
          />
        ))}
      </ul>
      <Pad>
        <div className={styles.stack}>
          {task.checkedInAt !== null && !checking && (
            <p>{t('phone:checked-in', { time: time(task.checkedInAt) })}</p>
          )}
          {checking ? (
            <BigButton kind="primary" icon="check" onPress={checkIn}>
              {t('phone:check-in-now', { people: present.length })}
            </BigButton>
          ) : (
            <BigButton
              icon="flag"
              onPress={() => setChecking(true)}
              refused={(!unitThere || bound.length === 0) && t('phone:check-in-later')}
            >
              {t('phone:check-in')}
            </BigButton>
          )}
          {unit?.leaving ? (
            <BigButton
              kind="primary"
              icon="arrow-back"
              onPress={() => void give('ReportBack', { unit: me.id })}
            >
              {t('phone:back')}
            </BigButton>
          ) : (
            <HoldButton
              kind="normal"
              holdFor={leaveHold}
              onHeld={() => void give('ReportLeaving', { unit: me.id })}
              note={t('phone:hold-second')}
              tooShort={t('phone:hold-longer')}
            >
              {t('phone:leave')}
            </HoldButton>
          )}
          {!unit?.leaving && <p className={styles.fine}>{t('phone:leave.note')}</p>}
        </div>
      </Pad>
    </section>
  )
}

interface TeamRowProps {
  task: Id
  member: Member
  /** Ticked in the check of the post; null while none is under way. */
  here: boolean | null
  tick(here: boolean): void
}

function TeamRow({ task, member, here, tick }: TeamRowProps) {
  const { t, language } = usePhoneWords()
  const { give } = usePhone()
  const sending = useSendingWords()
  const assistant = useEntity('assistant', member.assistant)
  const name = useName(member.assistant)
  const spot = useSpot(assistant?.no)
  const own = useOwn()
  const party = { assistant: member.assistant }
  const asked = askedStep(useOutbox(), task, party)
  const mayConfirm = member.step === 'accepted' || member.step === 'en-route'
  const words = (
    <span className={styles.main}>
      <b>{assistant?.callSign}</b> {name}
      <span>
        {t(`terms:step.${asked ?? member.step}`)}
        {asked && `, ${sending()}`}
        {spot && own && ` · ${distanceWords(distance(own, spot), language)}`}
        {spot ? (
          <>
            {' · '}
            <Ago at={spot.at} />
          </>
        ) : (
          isLive(member) && ` · ${t('phone:not-seen')}`
        )}
      </span>
    </span>
  )
  return (
    <li>
      {here === null ? (
        words
      ) : (
        <label className={styles.check} style={{ flex: 1 }}>
          <input type="checkbox" checked={here} onChange={(event) => tick(event.target.checked)} />
          {words}
        </label>
      )}
      {mayConfirm && !asked && here === null && !isHere(member) && (
        <button
          type="button"
          className={styles.plain}
          onClick={() => void give('TakeStep', { task, party, to: 'on-scene' })}
        >
          {t('phone:is-here')}
        </button>
      )}
    </li>
  )
}
