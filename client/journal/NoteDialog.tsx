import { useState } from 'react'
import type { Board } from '../../shared/board/board.ts'
import { useDesk } from '../app/desk-state.ts'
import { regionName } from '../app/region-name.ts'
import { homeRegion, maySend, useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { sameItems, useAsk, useBoard, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Choices.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { useWords } from '../ui/words.ts'
import { sendOnEnter } from './send-on-enter.ts'

const district = 'district'
const openOperations = (board: Board) =>
  [...board.operation.values()].filter(({ closedAt }) => closedAt === null)

/** A line that an officer writes into the journal, of an operation or of the district. */
export function NoteDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const session = useStaff()
  const { board } = useStore()
  const selected = useDesk((desk) => desk.operation)
  const operations = useBoard(openOperations, sameItems, 'operation')
  const region = homeRegion(session)
  const [where, setWhere] = useState<string>(
    operations.some(({ id }) => id === selected) && selected ? selected : district,
  )
  const [text, setText] = useState('')
  const { give, sending, refused } = useAsk('note')
  const body = {
    operation: where === district ? null : where,
    ...(where === district && region !== null && { region }),
    note: text.trim(),
  }
  const why =
    (text.trim() === '' && t('journal:note-no-text')) ||
    (sending.length > 0 && t('journal:sending')) ||
    (!maySend(session, board.board, 'AddNote', body) && t('refusals:command.forbidden'))
  async function save() {
    const answer = await give('AddNote', body)
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('journal:new-note')}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void save()} refused={why}>
          {t('journal:save-note')}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field, as in any form */}
      <div onKeyDown={sendOnEnter(() => !why && void save())} style={{ display: 'grid', gap: 10 }}>
        <TextInput
          label={t('journal:note-text')}
          hint={t('journal:note-hint')}
          value={text}
          onChange={setText}
          lines={4}
          maxLength={2000}
          autoFocus
        />
        <Select
          label={t('journal:note-where')}
          options={[
            ...operations.map(({ id, number, title }) => ({
              value: id,
              label: t('journal:of-operation', { number }),
              note: title,
            })),
            ...(region === null
              ? []
              : [{ value: district, label: t('journal:note-region', { region: regionName(t, region) }) }]),
          ]}
          value={where}
          onChange={setWhere}
        />
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
