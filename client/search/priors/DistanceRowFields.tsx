import { useState } from 'react'
import type { Refusal } from '../../../shared/kernel/refusal.ts'
import { terrains } from '../../../shared/search/priors/find-distances.ts'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { Select } from '../../ui/Choices.tsx'
import { Checkbox, TextInput } from '../../ui/Fields.tsx'
import { subjectCategories } from '../sealed-words.ts'
import type { RowDraft } from './distance-draft.ts'
import { useRowWords } from './ring-words.ts'
import styles from './scenarios.module.css'

interface DistanceRowFieldsProps {
  draft: RowDraft
  problem: Refusal | null
  onChange(draft: RowDraft): void
}

/** One row of the table: known words for category and terrain, or the source's own. */
export function DistanceRowFields({ draft, problem, onChange }: DistanceRowFieldsProps) {
  const { t } = useDeskWords()
  const words = useRowWords()
  const set = (part: Partial<RowDraft>) => onChange({ ...draft, ...part })
  return (
    <div className={styles.fields}>
      <Word
        label={t('search:category')}
        own={t('search:distances-own-category')}
        known={subjectCategories}
        word={words.category}
        value={draft.category}
        onChange={(category) => set({ category })}
      />
      <Word
        label={t('search:terrain')}
        own={t('search:distances-own-terrain')}
        known={terrains}
        word={words.terrain}
        value={draft.terrain}
        onChange={(terrain) => set({ terrain })}
      />
      <TextInput
        label={t('search:distances-shares')}
        value={draft.shares}
        maxLength={80}
        onChange={(shares) => set({ shares })}
      />
      <TextInput
        label={t('search:distances-km')}
        hint={t('search:distances-km-hint')}
        value={draft.distances}
        maxLength={120}
        onChange={(distances) => set({ distances })}
      />
      <TextInput
        label={t('search:distances-source')}
        hint={t('search:distances-source-hint')}
        value={draft.source}
        maxLength={200}
        onChange={(source) => set({ source })}
      />
      <Checkbox
        label={t('search:distances-kazakhstan')}
        checked={draft.kazakhstan}
        onChange={(kazakhstan) => set({ kazakhstan })}
      />
      {problem && (
        <p className="amber" role="alert">
          {refusalText(t, problem)}
        </p>
      )}
    </div>
  )
}

interface WordProps {
  label: string
  /** What the field for another word is called, and the choice that opens it. */
  own: string
  known: readonly string[]
  word(value: string): string
  value: string
  onChange(value: string): void
}

function Word({ label, own, known, word, value, onChange }: WordProps) {
  const { t } = useDeskWords()
  const [typed, setTyped] = useState(value !== '' && !known.includes(value))
  return (
    <>
      <Select
        label={label}
        placeholder={t('search:choose')}
        options={[...known.map((one) => ({ value: one, label: word(one) })), { value: '', label: own }]}
        value={typed ? '' : value === '' ? null : value}
        onChange={(next) => {
          setTyped(next === '')
          onChange(next)
        }}
      />
      {typed && <TextInput label={own} value={value} maxLength={80} onChange={onChange} />}
    </>
  )
}
