import { useState } from 'react'
import type { RegistryStatus } from '../../shared/assistants/types.ts'
import type { Body } from '../../shared/board/commands.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { endingRule, isEnding, suspendingEndings } from '../../shared/law/endings/all.ts'
import { type EndingId, endingIds } from '../../shared/law/endings/rule.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { RuleId } from '../ui/Chip.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { NumberedChoice } from '../ui/NumberedChoice.tsx'
import { useWords } from '../ui/words.ts'
import styles from './registry.module.css'

export type Change = 'suspend' | 'reinstate' | 'end'
type Suspension = Body<'SuspendAssistant'>['reason']

const suspensions: readonly Suspension[] = ['check', 'conduct', 'report', ...suspendingEndings]

interface ChangeStatusProps {
  change: Change
  assistant: Id
  status: RegistryStatus
  name: string
  onClose(): void
}

/** A step of the registration that the law allows, with its reason and what follows from it at once. */
export function ChangeStatus({ change, assistant, status, name, onClose }: ChangeStatusProps) {
  const { t } = useWords()
  const { up } = useLink()
  const session = useStaff()
  const { board } = useStore()
  const [suspension, setSuspension] = useState<Suspension | null>(null)
  const [ending, setEnding] = useState<EndingId | null>(null)
  const [document, setDocument] = useState('')
  const { give, sending, refused } = useAsk(`registry:${assistant}`)
  const { effect, needs } = ending ? endingRule(ending) : {}
  const suspends = suspendingEndings.find((one) => one === ending)
  /** A trigger of the end whose first step is the suspension. */
  const first = effect === 'suspend-first' && status === 'ACTIVE' ? suspends : undefined
  const does = first ? 'suspend' : change
  const chosen = change === 'reinstate' || (change === 'suspend' ? suspension : ending) !== null
  const forbidden = first && !maySend(session, board.board, 'SuspendAssistant', { assistant, reason: first })
  const why =
    (!up && t('registry:no-link')) ||
    (sending.length > 0 && t('registry:sending')) ||
    (!chosen && t('registry:choose-reason')) ||
    (forbidden && t('registry:police-suspend')) ||
    (does === 'end' &&
      needs === 'document' &&
      document.trim() === '' &&
      t('refusals:registry.document-missing')) ||
    (does === 'end' && needs === 'police' && !session.me.police && t('refusals:registry.police-decide'))

  function save() {
    if (change === 'reinstate') return give('ReinstateAssistant', { assistant })
    if (first) return give('SuspendAssistant', { assistant, reason: first })
    if (change === 'suspend') return suspension && give('SuspendAssistant', { assistant, reason: suspension })
    const basis = needs === 'document' ? { document: document.trim() } : {}
    return ending && give('EndAssistant', { assistant, reason: ending, ...basis })
  }
  async function press() {
    const answer = await save()
    if (answer?.ok) onClose()
  }
  const label = (reason: Suspension | EndingId) =>
    isEnding(reason) ? (
      <span className="flow">
        <RuleId id={reason} /> {t(`law:ending.${reason}`)}
      </span>
    ) : (
      t(`registry:reason.${reason}`)
    )

  return (
    <Dialog
      open
      onClose={onClose}
      title={`${t(`registry:${change}`)}: ${name}`}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void press()} refused={why}>
          {t(`registry:${does}`)}
        </Button>
      }
    >
      <div className={styles.lines}>
        {change === 'suspend' && (
          <NumberedChoice
            label={t('registry:reason')}
            options={suspensions.map((value) => ({ value, label: label(value) }))}
            value={suspension}
            onChange={setSuspension}
          />
        )}
        {change === 'end' && (
          <NumberedChoice
            label={t('registry:reason')}
            options={endingIds.map((value) => ({ value, label: label(value) }))}
            value={ending}
            onChange={setEnding}
          />
        )}
        {does === 'end' && needs === 'document' && (
          <TextInput
            label={t('law:ending-document')}
            value={document}
            onChange={setDocument}
            maxLength={30}
            autoFocus
          />
        )}
        <p>{t(isEnding(suspension ?? '') || first ? 'registry:then.trigger' : `registry:then.${change}`)}</p>
        {ending === 'T6' && <p>{t('registry:then.frozen')}</p>}
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
