import { useState } from 'react'
import { key } from '../../../shared/kernel/ids.ts'
import { type ConsensusMethod, consensusMethods } from '../../../shared/search-theory/consensus.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { Select } from '../../ui/Choices.tsx'
import { NumberInput } from '../../ui/Fields.tsx'
import { AlarmMark } from '../../ui/Marks.tsx'
import { Notice } from '../../ui/Panel.tsx'
import type { SearchBoard } from '../use-search.ts'
import { ConsensusResults } from './ConsensusResults.tsx'
import { ConsensusSheet } from './ConsensusSheet.tsx'
import { useConsensuses, useKnownUntil } from './use-priors.ts'

interface ConsensusFormProps {
  search: SearchBoard
  onClose(): void
}

/** A consensus takes sheets, or a new one is opened; what came of the earlier ones stands below. */
export function ConsensusForm(props: ConsensusFormProps) {
  const running = useConsensuses(props.search.operation.id).find(({ closedAt }) => closedAt === null)
  return running ? (
    <ConsensusSheet key={running.id} {...props} consensus={running} />
  ) : (
    <OpenForm {...props} />
  )
}

function OpenForm({ search, onClose }: ConsensusFormProps) {
  const { t, time } = useDeskWords()
  const { operation } = search
  const ask = useAsk(`consensus:${operation.id}`)
  const { clue, older, fresh } = useKnownUntil(operation.id)
  const [method, setMethod] = useState<ConsensusMethod>('mattson')
  const [row, setRow] = useState<number | null>(null)
  const given = method === 'proportional'

  async function submit() {
    await ask.give(
      'OpenConsensus',
      { operation: operation.id, method, row: given && row !== null ? row / 100 : null },
      { seen: [key('operation', operation.id)] },
    )
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:consensus')}
      submit={t('search:consensus-open')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      {older && !fresh && clue !== null && (
        <Notice
          tone="level2"
          mark={<AlarmMark level={2} />}
          title={t('search:clue-since', { clue: time(clue) })}
        >
          {t('search:older-how')}
        </Notice>
      )}
      <p className="dim small">{t('search:consensus-hint')}</p>
      <div data-first="">
        <Select
          label={t('search:consensus-method')}
          hint={t(`search:method-how.${method}`)}
          options={consensusMethods.map((one) => ({ value: one, label: t(`search:method.${one}`) }))}
          value={method}
          onChange={setMethod}
        />
      </div>
      {given && (
        <NumberInput
          label={t('search:rest-percent')}
          hint={t('search:rest-given')}
          value={row}
          min={0}
          max={99}
          step={1}
          onChange={setRow}
        />
      )}
      <ConsensusResults search={search} />
    </SideForm>
  )
}
