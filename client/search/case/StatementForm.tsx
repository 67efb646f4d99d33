import { useState } from 'react'
import type { Operation } from '../../../shared/operations/types.ts'
import { maySend, useStaff } from '../../app/staff-session.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { Line, SideForm } from '../../operations/SideForm.tsx'
import { Officer } from '../../operations/Who.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk, useBoard, useText } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { Notice } from '../../ui/Panel.tsx'
import { readStatement, type Statement } from '../sealed-words.ts'
import { dayText, readDay, useCase } from './use-case.ts'

export interface CasePartProps {
  operation: Operation
  onClose(): void
}

/** The police's registration; before it, the duty officer's leave to go all the same. */
export function StatementForm(props: CasePartProps) {
  const { statement } = useCase(props.operation.id)
  const text = useText(statement?.sealed)
  if (statement && text === undefined) return null
  return <Fields {...props} old={text === undefined ? null : readStatement(text)} />
}

function Fields({ operation, old, onClose }: CasePartProps & { old: Statement | null }) {
  const { t, time } = useDeskWords()
  const { id } = operation
  const session = useStaff()
  const { hasty, statement } = useCase(id)
  const ask = useAsk(`statement:${id}`)
  const [number, setNumber] = useState(old?.number ?? '')
  const [day, setDay] = useState(old ? dayText(old.day) : '')
  const [by, setBy] = useState(old?.by ?? '')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const iso = readDay(day)
  const may = useBoard((board) => maySend(session, board, 'AllowHasty', { operation: id, reason: 'x' }))
  const missing = (value: string) =>
    tried && value.trim() === '' ? refusalText(t, { code: 'typed.missing' }) : undefined

  async function submit() {
    setTried(true)
    if (!iso || number.trim() === '' || by.trim() === '') return
    const answer = await ask.give('RegisterStatement', { operation: id, statement: { number, day: iso, by } })
    if (answer.ok) onClose()
  }
  async function allow() {
    const answer = await ask.give('AllowHasty', { operation: id, reason })
    if (answer.ok) onClose()
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('case:section.statement')}
      submit={t('case:register')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div data-first="">
        <TextInput
          label={t('case:statement-number')}
          value={number}
          maxLength={80}
          onChange={setNumber}
          error={missing(number)}
        />
      </div>
      <Line>
        <TextInput
          label={t('case:statement-day')}
          hint={t('case:day-hint')}
          value={day}
          inputMode="numeric"
          maxLength={10}
          onChange={setDay}
          error={tried && !iso ? refusalText(t, { code: 'typed.missing' }) : undefined}
        />
        <TextInput
          label={t('case:statement-by')}
          value={by}
          maxLength={80}
          onChange={setBy}
          error={missing(by)}
        />
      </Line>
      {!statement && (
        <>
          <Notice tone="level2" title={t('search:no-statement')}>
            {t('case:no-statement-how')}
          </Notice>
          {hasty && (
            <p className="small dim">
              {t('search:hasty-on')}: <Officer id={hasty.by} />, <span className="num">{time(hasty.at)}</span>
            </p>
          )}
          <TextInput
            label={t('case:hasty-reason')}
            hint={t('case:hasty-hint')}
            value={reason}
            lines={2}
            maxLength={1000}
            onChange={setReason}
          />
          <div>
            <Button
              onPress={() => void allow()}
              refused={
                (!may && t('refusals:command.forbidden')) ||
                (reason.trim() === '' && refusalText(t, { code: 'typed.missing' }))
              }
            >
              {t('case:allow-hasty')}
            </Button>
          </div>
        </>
      )}
    </SideForm>
  )
}
