import { type ReactNode, useMemo, useState } from 'react'
import type { LatLng } from '../../../shared/geo/lat-lng.ts'
import { refuse } from '../../../shared/kernel/refusal.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import {
  type HazardKind,
  type HazardShape,
  hazardKinds,
  hazardShapes,
} from '../../../shared/search/segments/ground-types.ts'
import { useShapes } from '../../app/desk-state.ts'
import type { Shape } from '../../map/shapes.ts'
import type { TypedOutline, TypedPoint } from '../../operations/draft.ts'
import { OutlineField, PointField } from '../../operations/OutlineField.tsx'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { Select } from '../../ui/Choices.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { LineField } from './LineField.tsx'

interface HazardFormProps {
  operation: Operation
  onClose(): void
  /** What is known already, below. */
  children: ReactNode
}

const noPoint: TypedPoint = { text: '', at: null }
const noRing: TypedOutline = { text: '', ring: null }

/** Marks a hazard: what it is, where, and in words what the teams are to know. */
export function HazardForm({ operation, onClose, children }: HazardFormProps) {
  const { t } = useDeskWords()
  const ask = useAsk(`hazards:${operation.id}`)
  const [kind, setKind] = useState<HazardKind>('cliff')
  const [shape, setShape] = useState<HazardShape>('point')
  const [point, setPoint] = useState(noPoint)
  const [area, setArea] = useState(noRing)
  const [line, setLine] = useState({ text: '', path: null as LatLng[] | null })
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const path = useMemo(() => {
    if (shape === 'point') return point.at ? [point.at] : null
    return shape === 'line' ? line.path : area.ring
  }, [shape, point.at, line.path, area.ring])
  useShapes(
    'hazard-form',
    useMemo(
      (): Shape[] => (path ? [{ kind: 'hazard', id: 'draft-hazard', shape, path, selected: true }] : []),
      [path, shape],
    ),
  )
  const error = tried && !path ? { error: refuse('typed.missing') } : {}

  async function submit() {
    setTried(true)
    if (!path) return
    const body = { operation: operation.id, kind, shape, path, words: words.trim() || null }
    const answer = await ask.give('MarkHazard', body)
    if (!answer.ok) return
    setPoint(noPoint)
    setArea(noRing)
    setLine({ text: '', path: null })
    setWords('')
    setTried(false)
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:ground')}
      submit={t('search:hazard-mark')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div data-first="">
        <Select
          label={t('search:hazard-kind')}
          options={hazardKinds.map((one) => ({ value: one, label: t(`search:hazard.${one}`) }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      <Segments
        label={t('search:hazard-shape')}
        options={hazardShapes.map((one) => ({ value: one, label: t(`search:hazard-shape.${one}`) }))}
        value={shape}
        onChange={setShape}
      />
      {shape === 'point' && (
        <PointField label={t('search:where')} value={point} onChange={setPoint} {...error} />
      )}
      {shape === 'line' && <LineField label={t('search:where')} value={line} onChange={setLine} {...error} />}
      {shape === 'area' && (
        <OutlineField label={t('search:where')} value={area} onChange={setArea} {...error} />
      )}
      <TextInput
        label={t('search:hazard-words')}
        hint={t('search:hazard-hint')}
        value={words}
        maxLength={400}
        lines={2}
        onChange={setWords}
      />
      {children}
    </SideForm>
  )
}
