import { useMemo, useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import { type OperationKind, operationKinds } from '../../shared/operations/types.ts'
import { useShapes } from '../app/desk-state.ts'
import { regionName } from '../app/region-name.ts'
import type { Shape } from '../map/shapes.ts'
import { useAsk, useEntity } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Choices.tsx'
import { now } from '../ui/clock.ts'
import { Checkbox, NumberInput, TextInput } from '../ui/Fields.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { TimeInput } from '../ui/TimeInput.tsx'
import {
  draftProblems,
  newDraft,
  newPlace,
  type OperationDraft,
  openBody,
  type PlaceDraft,
  type Problem,
  windowOfDraft,
} from './draft.ts'
import { GridFields } from './GridFields.tsx'
import { OutlineField } from './OutlineField.tsx'
import styles from './operations.module.css'
import { PlaceDraftList } from './PlaceDraftList.tsx'
import { Refusal } from './Refusal.tsx'
import { Line, SideForm } from './SideForm.tsx'
import { useRegions } from './use-regions.ts'
import { refusalText, useDeskWords } from './words.ts'

/** What was typed and not yet opened; kept when the form is left. */
let kept: OperationDraft | null = null

interface OperationFormProps {
  /** The kind it starts with: that of the page. */
  kind: OperationKind
  incident?: Id
  onOpened(operation: Id): void
  onClose(): void
}

/** Opens an operation with its places. */
export function OperationForm({ kind, incident, onOpened, onClose }: OperationFormProps) {
  const { t, offset, window } = useDeskWords()
  const regions = useRegions()
  const reported = useEntity('incident', incident)
  const ask = useAsk('operation-form')
  const [draft, setDraft] = useState<OperationDraft>(
    () => kept ?? newDraft(kind, reported?.region ?? regions[0] ?? '', now(), offset),
  )
  const [tried, setTried] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const problems = tried ? draftProblems(draft, now(), offset) : []
  const change = (part: Partial<OperationDraft>) => {
    kept = { ...draft, ...part }
    setDraft(kept)
  }
  const errorOf = (field: Problem['field']) => problems.find((problem) => problem.field === field)?.refusal
  const textOf = (field: Problem['field']) => {
    const refusal = errorOf(field)
    return refusal && refusalText(t, refusal)
  }
  const letters = draft.places.map(({ letter }) => letter)
  const addPlace = () => {
    const place = newPlace(draft.kind, letters)
    change({ places: [...draft.places, place] })
    setOpen(place.key)
    // What is still empty there is no mistake yet.
    setTried(false)
  }

  async function submit() {
    setTried(true)
    const found = draftProblems(draft, now(), offset)
    const wrongPlace = found.find(({ place }) => place)?.place
    if (wrongPlace) setOpen(wrongPlace)
    const body = found.length === 0 && openBody(draft, now(), offset, incident)
    if (!body) return
    const answer = await ask.give('OpenOperation', body)
    if (!answer.ok) return
    kept = null
    onOpened((answer.result as { operation: Id }).operation)
  }

  useShapes('operation-form', useDraftShapes(draft, open))
  const planned = windowOfDraft(draft, now(), offset)
  return (
    <SideForm
      above={reported ? t('operations:from-incident', { number: reported.number }) : undefined}
      title={t('operations:new-operation')}
      submit={t('operations:open')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
      actions={
        <Button action="place.new" onPress={addPlace}>
          {t('operations:add-place')}
        </Button>
      }
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      {tried && problems.length > 0 && (
        <p className="amber small" role="alert">
          {t('operations:problems', { count: problems.length })}
        </p>
      )}
      <Select
        label={t('operations:kind')}
        options={operationKinds.map((one) => ({ value: one, label: t(`terms:operation.${one}`) }))}
        value={draft.kind}
        onChange={(next) =>
          change({
            kind: next,
            reliefMinutes: next === 'event-security' ? (draft.reliefMinutes ?? 120) : draft.reliefMinutes,
          })
        }
      />
      <div data-first="">
        <TextInput
          label={t('operations:title')}
          hint={t('operations:title-hint')}
          value={draft.title}
          maxLength={80}
          onChange={(title) => change({ title })}
          error={textOf('title')}
        />
      </div>
      <OutlineField
        label={t('operations:perimeter')}
        value={draft.perimeter}
        onChange={(perimeter) => change({ perimeter })}
        error={errorOf('perimeter')}
      />
      <Line>
        <TimeInput
          label={t('operations:from')}
          value={draft.from}
          onChange={(from) => change({ from: from ?? draft.from })}
          hint={window(planned)}
          error={textOf('window')}
        />
        <TimeInput
          label={t('operations:to')}
          value={draft.to}
          onChange={(to) => change({ to: to ?? draft.to })}
        />
        <NumberInput
          label={t('operations:relief-minutes')}
          value={draft.reliefMinutes}
          min={15}
          max={720}
          step={15}
          onChange={(reliefMinutes) => change({ reliefMinutes })}
        />
      </Line>
      <Select
        label={t('operations:region')}
        options={regions.map((region) => ({ value: region, label: regionName(t, region) }))}
        value={draft.region || null}
        onChange={(region) => change({ region })}
        error={textOf('region')}
      />
      <TextInput
        label={t('operations:briefing')}
        hint={t('operations:briefing-hint')}
        value={draft.briefing}
        lines={2}
        onChange={(briefing) => change({ briefing })}
      />
      <Checkbox
        label={t('operations:auto-refill')}
        checked={draft.autoRefill}
        onChange={(autoRefill) => change({ autoRefill })}
      />
      <div className={styles.wide}>
        <SectionHead title={t('operations:places-head')} count={draft.places.length} />
      </div>
      <PlaceDraftList
        places={draft.places}
        operation={draft.kind}
        open={open}
        onOpen={setOpen}
        onChange={(places) => change({ places })}
        problems={problems}
      />
      {draft.kind === 'search' && draft.perimeter.ring && (
        <GridFields
          perimeter={draft.perimeter.ring}
          taken={letters}
          onMake={(segments: PlaceDraft[]) => change({ places: [...draft.places, ...segments] })}
        />
      )}
    </SideForm>
  )
}

function useDraftShapes(draft: OperationDraft, open: string | null): readonly Shape[] {
  const { title, perimeter, places } = draft
  return useMemo(() => {
    const shapes: Shape[] = []
    if (perimeter.ring)
      shapes.push({
        kind: 'perimeter',
        id: 'draft-perimeter',
        ring: perimeter.ring,
        label: title,
        selected: true,
      })
    for (const { key, letter, meeting, outline, slots, kind } of places) {
      if (outline.ring)
        shapes.push({
          kind: 'area',
          id: `${key}-outline`,
          ring: outline.ring,
          letter,
          selected: key === open,
        })
      if (meeting.at && kind !== 'segment')
        shapes.push({
          kind: 'post',
          id: key,
          at: meeting.at,
          number: letter.slice(0, 3),
          need: slots.length,
          have: 0,
          selected: key === open,
        })
    }
    return shapes
  }, [title, perimeter, places, open])
}
