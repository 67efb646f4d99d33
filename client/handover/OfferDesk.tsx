import { useState } from 'react'
import { openIn } from '../../shared/messages/decide.ts'
import { regionName } from '../app/region-name.ts'
import { sendOnEnter } from '../journal/send-on-enter.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { Officer } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useAsk, useBoard, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Choices.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Fields.tsx'
import styles from './handover.module.css'
import { deskHolder } from './handovers.ts'
import { OpenThings } from './OpenThings.tsx'

interface OfferDeskProps {
  /** The regions whose desk this officer may hand over. */
  regions: readonly string[]
  onOffered(): void
  onClose(): void
}

/** What will stand in the handover, in words of the officer who leaves as well. */
export function OfferDesk({ regions, onOffered, onClose }: OfferDeskProps) {
  const { t } = useDeskWords()
  const { up } = useLink()
  const [region, setRegion] = useState(regions[0] ?? '')
  const [note, setNote] = useState('')
  const { give, sending, refused } = useAsk('hand-over')
  const alarms = useBoard((board) => openIn(board, region).alarms.map(({ id }) => id), sameItems)
  const tasks = useBoard((board) => openIn(board, region).tasks.map(({ id }) => id), sameItems)
  const why =
    (regions.length === 0 && t('refusals:command.forbidden')) ||
    (!up && t('handover:no-link')) ||
    (sending.length > 0 && t('handover:sending'))

  async function offer() {
    const said = note.trim()
    const answer = await give('OfferHandover', { region, ...(said && { note: said }) })
    if (answer.ok) onOffered()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      width={640}
      title={t('handover:title')}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void offer()} refused={why}>
          {t('handover:offer')}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field, as in any form */}
      <div className={styles.form} onKeyDown={sendOnEnter(() => !why && void offer())}>
        <Holder region={region} />
        {regions.length > 1 && (
          <Select
            label={t('handover:region')}
            options={regions.map((one) => ({ value: one, label: regionName(t, one) }))}
            value={region}
            onChange={setRegion}
          />
        )}
        <OpenThings alarms={alarms} tasks={tasks} />
        <TextInput
          label={t('handover:note')}
          value={note}
          onChange={setNote}
          lines={3}
          maxLength={2000}
          autoFocus
        />
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}

/** Who has the desk now. */
function Holder({ region }: { region: string }) {
  const { t, time } = useDeskWords()
  const account = useBoard((board) => deskHolder(board, region)?.account ?? null, Object.is, 'handover')
  const since = useBoard((board) => deskHolder(board, region)?.since ?? 0, Object.is, 'handover')
  return (
    <p>
      {regionName(t, region)}.{' '}
      {account === null ? (
        <span className="dim">{t('handover:never-signed')}</span>
      ) : (
        <>
          {t('handover:desk-has')}{' '}
          <b>
            <Officer id={account} />
          </b>
          , <span className="num">{t('handover:since', { time: time(since) })}</span>
        </>
      )}
    </p>
  )
}
