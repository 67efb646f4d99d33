import { useMemo, useState } from 'react'
import { type IncidentKind, incidentKinds } from '../../shared/incidents/types.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { useShapes } from '../app/desk-state.ts'
import { regionName } from '../app/region-name.ts'
import { useAsk } from '../store/use-store.ts'
import { Select } from '../ui/Choices.tsx'
import { TextInput } from '../ui/Fields.tsx'
import type { TypedPoint } from './draft.ts'
import { PointField } from './OutlineField.tsx'
import { Refusal } from './Refusal.tsx'
import { SideForm } from './SideForm.tsx'
import { nameOfTyped } from './typed-point.ts'
import { useCity } from './use-city.ts'
import { useRegions } from './use-regions.ts'
import { refusalText, useDeskWords } from './words.ts'

interface IncidentFormProps {
  onReported(incident: Id): void
  onClose(): void
}

/** What a caller says: kind, place, the words. */
export function IncidentForm({ onReported, onClose }: IncidentFormProps) {
  const { t, language } = useDeskWords()
  const city = useCity()
  const regions = useRegions()
  const ask = useAsk('incident-form')
  const [kind, setKind] = useState<IncidentKind>('disorder')
  const [point, setPoint] = useState<TypedPoint>({ text: '', at: null })
  const [region, setRegion] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const chosen = region ?? regions[0] ?? ''

  async function submit() {
    setTried(true)
    const { at } = point
    if (!at || words.trim() === '' || chosen === '') return
    const place = (nameOfTyped(city, point.text, language) ?? point.text).slice(0, 80)
    const answer = await ask.give('ReportIncident', { kind, region: chosen, at, place, words: words.trim() })
    if (answer.ok) onReported((answer.result as { incident: Id }).incident)
  }
  useShapes(
    'incident-form',
    useMemo(
      () =>
        point.at ? [{ kind: 'incident' as const, id: 'draft-incident', at: point.at, selected: true }] : [],
      [point.at],
    ),
  )
  return (
    <SideForm
      title={t('operations:new-incident')}
      submit={t('operations:report')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div data-first="">
        <Select
          label={t('operations:incident-kind')}
          options={incidentKinds.map((one) => ({ value: one, label: t(`terms:incident.${one}`) }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      <PointField
        label={t('operations:where')}
        value={point}
        onChange={setPoint}
        {...(tried && { error: refuse('typed.missing') })}
      />
      <TextInput
        label={t('operations:caller-words')}
        value={words}
        lines={4}
        onChange={setWords}
        error={tried && words.trim() === '' ? refusalText(t, { code: 'typed.missing' }) : undefined}
      />
      <Select
        label={t('operations:region')}
        options={regions.map((one) => ({ value: one, label: regionName(t, one) }))}
        value={chosen || null}
        onChange={setRegion}
      />
    </SideForm>
  )
}
