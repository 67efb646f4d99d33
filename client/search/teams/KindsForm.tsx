import { useState } from 'react'
import { number } from '../../../shared/i18n/format.ts'
import { key } from '../../../shared/kernel/ids.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import {
  type KindNumbers,
  kindNumbers,
  type TeamKind,
  teamKinds,
} from '../../../shared/search/teams/team-kinds.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { Select } from '../../ui/Choices.tsx'
import { NumberInput } from '../../ui/Fields.tsx'
import { setSearchDesk, useSearchDesk } from '../search-desk.ts'
import styles from './plan.module.css'

const sources = ['assumed', 'estimate', 'rd-test', 'maker'] as const
const mostTeams = 12

/** Which teams are at hand, and how wide and how fast each kind searches, with where the numbers come from. */
export function KindsForm({ operation, onClose }: { operation: Operation; onClose(): void }) {
  const { t, language } = useDeskWords()
  const ask = useAsk(`kinds:${operation.id}`)
  const fresh = useSearchDesk((desk) => desk.teams)
  const table = operation.search?.kinds
  const [typed, setTyped] = useState<Partial<Record<TeamKind, KindNumbers>>>({})
  const [counts, setCounts] = useState(fresh)
  const ownWidth = operation.search?.sweepWidth.metres ?? 0

  async function submit() {
    setSearchDesk({ teams: counts })
    for (const kind of teamKinds) {
      const numbers = typed[kind]
      if (!numbers) continue
      const { source, ...rest } = numbers
      const answer = await ask.give(
        'SetTeamKind',
        { operation: operation.id, kind, numbers: source === 'assumed' ? null : { ...rest, source } },
        { seen: [key('operation', operation.id)] },
      )
      if (!answer.ok) return
      setTyped(({ [kind]: _, ...others }) => others)
    }
    onClose()
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:kinds')}
      submit={t('operations:save')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <p className="dim small">{t('search:kinds-hint', { width: number(ownWidth, language, 1) })}</p>
      <div data-first="">
        {teamKinds.map((kind) => (
          <KindRow
            key={kind}
            kind={kind}
            count={counts[kind] ?? 0}
            onCount={(count) => setCounts({ ...counts, [kind]: count })}
            numbers={typed[kind] ?? kindNumbers(kind, table)}
            assumed={kindNumbers(kind)}
            onChange={(numbers) => setTyped({ ...typed, [kind]: numbers })}
          />
        ))}
      </div>
    </SideForm>
  )
}

interface KindRowProps {
  kind: TeamKind
  count: number
  onCount(count: number): void
  numbers: KindNumbers
  assumed: KindNumbers
  onChange(numbers: KindNumbers): void
}

function KindRow({ kind, count, onCount, numbers, assumed, onChange }: KindRowProps) {
  const { t } = useDeskWords()
  // Numbers that somebody typed are no longer ours.
  const source = numbers.source === 'assumed' ? 'estimate' : numbers.source
  return (
    <fieldset className={styles.kind}>
      <legend className="strong">{t(`search:kind.${kind}`)}</legend>
      <NumberInput
        label={t('search:kind-teams')}
        value={count}
        min={0}
        max={mostTeams}
        onChange={(value) => value !== null && onCount(value)}
      />
      <NumberInput
        label={t('search:kind-width')}
        value={numbers.width}
        min={0.5}
        max={500}
        onChange={(width) => onChange({ ...numbers, source, width })}
      />
      <NumberInput
        label={t('search:kind-speed')}
        value={numbers.speed}
        min={0.1}
        max={60}
        step={0.5}
        onChange={(speed) => speed !== null && onChange({ ...numbers, source, speed })}
      />
      <Select
        label={t('search:kind-source')}
        options={sources.map((one) => ({ value: one, label: t(`search:kind-source.${one}`) }))}
        value={numbers.source}
        onChange={(next) => onChange(next === 'assumed' ? assumed : { ...numbers, source: next })}
      />
    </fieldset>
  )
}
