import { useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import { openPanel } from '../app/desk-state.ts'
import { useAsk, useEntity } from '../store/use-store.ts'
import { Select } from '../ui/Choices.tsx'
import { Refusal } from './Refusal.tsx'
import { SideForm } from './SideForm.tsx'
import { useStaffing } from './use-operation.ts'
import { useDeskWords } from './words.ts'

const outcomes = ['done', 'aborted', 'located'] as const

/** Ends an operation with what came of it; who is still out is released or recalled. */
export function EndOperation({ id, onClose }: { id: Id; onClose(): void }) {
  const { t } = useDeskWords()
  const operation = useEntity('operation', id)
  const staffing = useStaffing(id)
  const ask = useAsk(`end:${id}`)
  const located = useEntity('case', id)?.located
  const [chosen, setOutcome] = useState<(typeof outcomes)[number] | null>(null)
  const outcome = chosen ?? (located ? 'located' : 'done')
  if (!operation || !staffing) return null
  const running = staffing.places.filter(({ task }) => task !== null).length

  async function submit() {
    const answer = await ask.give('CloseOperation', { operation: id, outcome })
    if (answer.ok) openPanel({ name: 'timeline', operation: id })
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('operations:end-operation')}
      submit={t('operations:end')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <p className="strong">{operation.title}</p>
      <div data-first="">
        <Select
          label={t('operations:outcome')}
          options={outcomes
            .filter((one) => one !== 'located' || operation.kind === 'search')
            .map((one) => ({ value: one, label: t(`terms:outcome.${one}`) }))}
          value={outcome}
          onChange={setOutcome}
        />
      </div>
      <p>
        {running === 0
          ? t('operations:nothing-runs')
          : outcome === 'aborted'
            ? t('operations:will-recall', { count: running })
            : t('operations:will-complete', { count: running })}
      </p>
    </SideForm>
  )
}
