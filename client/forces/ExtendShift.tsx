import { useState } from 'react'
import { withUnit } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { bookedOn, HOUR, shiftHours } from '../../shared/shifts/types.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useEntity, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { RuleLine } from '../ui/Chip.tsx'
import { now } from '../ui/clock.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { NumberedChoice } from '../ui/NumberedChoice.tsx'
import { CarrierName } from './CarrierCells.tsx'
import styles from './forces.module.css'

const choices = [0.5, 1, 2, 3, 4]

interface ExtendShiftProps {
  kind: 'unit' | 'assistant'
  id: Id
  onClose(): void
}

/** Moves the end of a running shift, within the cap that rule D5 sets. */
export function ExtendShift({ kind, id, onClose }: ExtendShiftProps) {
  const { t, language, time } = useDeskWords()
  const { up } = useLink()
  const shift = useEntity(kind, id)?.shift ?? null
  const asking = useAsk(`extend-shift:${id}`)
  const [opened] = useState(now)
  const [chosen, setChosen] = useState<string | null>(null)
  if (!bookedOn(shift)) return null
  const { from, to } = shift
  const last = from + shiftHours.cap * HOUR
  // An overrun shift is extended from now on: an end in the past is no end.
  const base = Math.max(to, opened)
  const ends = [
    ...new Set([...choices.map((hours) => base + hours * HOUR).filter((end) => end < last), last]),
  ]
  const options = ends
    .filter((end) => end > base)
    .map((end) => ({
      value: String(end),
      label: t('tasks:extend.until', { time: time(end) }),
      note: `+${withUnit(Math.round((end - to) / 60_000), 'min', language)}`,
    }))
  const value = chosen ?? options[Math.min(1, options.length - 1)]?.value ?? null
  const why =
    (!up && t('desk:no-link-now')) ||
    (asking.sending.length > 0 && t('desk:sending')) ||
    (value === null && t('refusals:shift.over-cap', { hours: shiftHours.cap }))
  async function extend() {
    if (value === null) return
    const answer = await asking.give('ExtendShift', { who: { kind, id }, to: Number(value) })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        <>
          {t('tasks:carrier.extend')}: <CarrierName kind={kind} id={id} />
        </>
      }
      actions={
        <Button kind="primary" action="confirm" refused={why} onPress={() => void extend()}>
          {t('tasks:extend.submit')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{t('tasks:extend.now', { from: time(from), to: time(to) })}</p>
        <NumberedChoice
          label={t('tasks:carrier.extend')}
          value={value}
          onChange={setChosen}
          options={options}
        />
        <p>
          <RuleLine id="D5">{t('refusals:shift.over-cap', { hours: shiftHours.cap })}</RuleLine>
        </p>
        {asking.refused && <Refusal refusal={asking.refused.refusal} />}
      </div>
    </Dialog>
  )
}
