import { useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Handover } from '../../shared/messages/types.ts'
import { regionName } from '../app/region-name.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { Officer } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { SignInForm } from '../sign-in/SignInForm.tsx'
import { openStore } from '../store/open-store.ts'
import { type Asking, useAsk, useBoard, useLink, useStore, useText } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import styles from './handover.module.css'
import { openedSince } from './handovers.ts'
import { OpenThings } from './OpenThings.tsx'

interface SignForDeskProps {
  handover: Handover
  /** Makes a new list in place of an own one that nobody has signed. */
  onAgain(): void
  onClose(): void
}

type Refused = NonNullable<Asking['refused']>['refusal']

/**
 * The list as it was offered. Another officer signs for it with the key, or, at the desk of the officer who leaves, with
 * login and password: the desk is theirs from then on.
 */
export function SignForDesk({ handover, onAgain, onClose }: SignForDeskProps) {
  const { t, time } = useDeskWords()
  const session = useStaff()
  const { up } = useLink()
  const { board } = useStore()
  const note = useText(handover.note)
  const { give, sending, refused } = useAsk('hand-over')
  const [read, setRead] = useState<ReadonlySet<Id>>(new Set())
  const [refusedHere, setRefusedHere] = useState<Refused | null>(null)
  const own = handover.from === session.me.account
  const all = [...handover.alarms, ...handover.tasks]
  const missing = all.filter((id) => !read.has(id)).length
  const fresh = useBoard((now) => openedSince(now, handover), sameCounts)
  const why =
    (!up && t('handover:no-link')) ||
    (sending.length > 0 && t('handover:sending')) ||
    (!maySend(session, board.board, 'SignHandover', { handover: handover.id }) &&
      t('refusals:command.forbidden')) ||
    (missing > 0 && t('handover:tick-first'))

  function toggle(id: Id) {
    const next = new Set(read)
    if (!next.delete(id)) next.add(id)
    setRead(next)
  }
  async function sign() {
    const answer = await give('SignHandover', { handover: handover.id })
    if (answer.ok) onClose()
  }
  /** The cookie is the signer's already: a connection of their own signs, then the page starts again as theirs. */
  async function signHere() {
    const theirs = openStore({ namespace: '/', closed: () => {} })
    const answer = await theirs.giver.give('SignHandover', { handover: handover.id })
    theirs.close()
    if (answer.ok) location.reload()
    else setRefusedHere(answer)
  }

  return (
    <Dialog
      open
      onClose={refusedHere ? () => location.reload() : onClose}
      width={640}
      title={t('handover:title')}
      actions={
        own ? (
          <Button onPress={onAgain}>{t('handover:again')}</Button>
        ) : (
          <Button kind="primary" action="confirm" onPress={() => void sign()} refused={why}>
            {t('handover:sign')}
          </Button>
        )
      }
    >
      <div className={styles.form}>
        <p>
          {regionName(t, handover.region)}. {t('handover:leaves')}{' '}
          <b>
            <Officer id={handover.from} />
          </b>
          , <span className="num">{time(handover.at)}</span>
        </p>
        {note !== undefined && <p className={styles.note}>{note}</p>}
        <div className="flow">
          <span className={missing > 0 ? 'strong' : 'dim'}>
            {t('handover:ticked', { done: all.length - missing, of: all.length })}
          </span>
          <span className="fill" />
          {missing > 0 && (
            <Button onPress={() => setRead(new Set(all))} icon="check">
              {t('handover:read-all')}
            </Button>
          )}
        </div>
        <OpenThings alarms={handover.alarms} tasks={handover.tasks} ticks={{ read, toggle }} />
        {fresh.alarms + fresh.tasks > 0 && (
          <p className="flow amber">
            <AlarmMark level={2} size={14} />
            {t('handover:opened-since', { alarms: fresh.alarms, tasks: fresh.tasks })}
          </p>
        )}
        {own && (
          <section className={styles.here}>
            <p>{t('handover:waits')}</p>
            {missing > 0 ? (
              <p className="dim">{t('handover:tick-first')}</p>
            ) : (
              <SignInForm login={null} submit={t('handover:sign')} onSignedIn={() => void signHere()} />
            )}
            {refusedHere && <Refusal refusal={refusedHere} />}
          </section>
        )}
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}

type Counts = ReturnType<typeof openedSince>
const sameCounts = (a: Counts, b: Counts) => a.alarms === b.alarms && a.tasks === b.tasks
