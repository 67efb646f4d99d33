import { useState } from 'react'
import type { Body } from '../../shared/board/commands.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { RuleId } from '../ui/Chip.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { NumberedChoice } from '../ui/NumberedChoice.tsx'
import { useWords } from '../ui/words.ts'
import styles from './registry.module.css'

export type Change = 'suspend' | 'reinstate' | 'end'
type Suspension = Body<'SuspendAssistant'>['reason']
type Ending = Body<'EndAssistant'>['reason']

const suspensions: readonly Suspension[] = ['check', 'conduct', 'prosecution', 'report']
const endings: readonly Ending[] = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10']

interface ChangeStatusProps {
  change: Change
  assistant: Id
  name: string
  onClose(): void
}

/** A step of the registration that the law allows, with its reason and what follows from it at once. */
export function ChangeStatus({ change, assistant, name, onClose }: ChangeStatusProps) {
  const { t } = useWords()
  const { up } = useLink()
  const [suspension, setSuspension] = useState<Suspension | null>(null)
  const [ending, setEnding] = useState<Ending | null>(null)
  const { give, sending, refused } = useAsk(`registry:${assistant}`)
  const chosen = change === 'reinstate' || (change === 'suspend' ? suspension : ending) !== null
  const why =
    (!up && t('registry:no-link')) ||
    (sending.length > 0 && t('registry:sending')) ||
    (!chosen && t('registry:choose-reason'))

  async function save() {
    const answer =
      change === 'reinstate'
        ? await give('ReinstateAssistant', { assistant })
        : change === 'suspend' && suspension
          ? await give('SuspendAssistant', { assistant, reason: suspension })
          : change === 'end' && ending
            ? await give('EndAssistant', { assistant, reason: ending })
            : null
    if (answer?.ok) onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`${t(`registry:${change}`)}: ${name}`}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void save()} refused={why}>
          {t(`registry:${change}`)}
        </Button>
      }
    >
      <div className={styles.lines}>
        {change === 'suspend' && (
          <NumberedChoice
            label={t('registry:reason')}
            options={suspensions.map((value) => ({ value, label: t(`registry:reason.${value}`) }))}
            value={suspension}
            onChange={setSuspension}
          />
        )}
        {change === 'end' && (
          <NumberedChoice
            label={t('registry:reason')}
            options={endings.map((value) => ({
              value,
              label: (
                <span className="flow">
                  <RuleId id={value} /> {t(`registry:reason.${value}`)}
                </span>
              ),
            }))}
            value={ending}
            onChange={setEnding}
          />
        )}
        <p>{t(`registry:then.${change}`)}</p>
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
