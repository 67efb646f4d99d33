import { type Skill, skills } from '../../shared/assistants/types.ts'
import type { Refusal } from '../../shared/kernel/refusal.ts'
import { nextLetter } from '../../shared/operations/letters.ts'
import { type OperationKind, type PlaceKind, placeKinds } from '../../shared/operations/types.ts'
import { Select } from '../ui/Choices.tsx'
import { NumberInput, TextInput } from '../ui/Fields.tsx'
import { TimeInput } from '../ui/TimeInput.tsx'
import type { PlaceDraft } from './draft.ts'
import { OutlineField, PointField } from './OutlineField.tsx'
import { Line } from './SideForm.tsx'
import { refusalText, useDeskWords } from './words.ts'

interface PlaceFieldsProps {
  place: PlaceDraft
  operation: OperationKind
  /** Letters of the other places. */
  taken: readonly string[]
  onChange(place: PlaceDraft): void
  problem?: { field?: string; refusal: Refusal }
}

const mostPeople = 40

/** Everything a place is: what, where, how many people with which skills. */
export function PlaceFields({ place, operation, taken, onChange, problem }: PlaceFieldsProps) {
  const { t } = useDeskWords()
  const change = (part: Partial<PlaceDraft>) => onChange({ ...place, ...part })
  const errorOf = (field: string) => (problem?.field === field ? problem.refusal : undefined)
  const textOf = (field: string) => {
    const refusal = errorOf(field)
    return refusal && refusalText(t, refusal)
  }
  const setKind = (kind: PlaceKind) => change({ kind, letter: nextLetter(kind, taken) })
  const setPeople = (count: number | null) => {
    const people = Math.min(mostPeople, Math.max(0, count ?? 0))
    const slots = Array.from({ length: people }, (_, i) => place.slots[i] ?? null)
    const all = place.minimum === place.slots.length
    change({ slots, minimum: all ? people : Math.min(place.minimum, people) })
  }
  const setSkill = (slot: number, skill: Skill | 'any') =>
    change({ slots: place.slots.map((old, i) => (i === slot ? (skill === 'any' ? null : skill) : old)) })

  return (
    <>
      <Line>
        <Select
          label={t('operations:place-kind')}
          options={placeKinds
            .filter((kind) => kind !== 'segment' || operation === 'search')
            .map((kind) => ({ value: kind, label: t(`terms:place.${kind}`) }))}
          value={place.kind}
          onChange={setKind}
        />
        <TextInput
          label={t('operations:letter')}
          value={place.letter}
          maxLength={4}
          onChange={(letter) => change({ letter })}
          error={textOf('letter')}
        />
      </Line>
      <div data-first="">
        <TextInput
          label={t('operations:place-name')}
          value={place.name}
          maxLength={80}
          onChange={(name) => change({ name })}
          error={textOf('name')}
        />
      </div>
      <PointField
        label={t('operations:meeting-point')}
        value={place.meeting}
        onChange={(meeting) => change({ meeting })}
        error={errorOf('meeting')}
      />
      <OutlineField
        label={t('operations:outline')}
        value={place.outline}
        around={place.meeting.at}
        onChange={(outline) => change({ outline })}
        error={errorOf('outline')}
      />
      <Line>
        <NumberInput
          label={t('operations:needed-people')}
          value={place.slots.length}
          min={0}
          max={mostPeople}
          onChange={setPeople}
        />
        <NumberInput
          label={t('operations:minimum')}
          value={place.minimum}
          min={0}
          max={place.slots.length}
          onChange={(minimum) => change({ minimum: minimum ?? 0 })}
        />
        <TimeInput
          label={t('operations:meets-at')}
          value={place.meetingTime}
          onChange={(meetingTime) => change({ meetingTime })}
        />
        {place.kind === 'segment' && (
          <NumberInput
            label={t('operations:poa-percent')}
            value={place.poa}
            min={0}
            max={100}
            step={1}
            onChange={(poa) => change({ poa })}
          />
        )}
      </Line>
      {place.slots.length > 0 && (
        <Line>
          {place.slots.map((skill, slot) => (
            <Select
              // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place in the row
              key={slot}
              label={t('operations:slot', { slot: slot + 1 })}
              options={[
                { value: 'any' as const, label: t('operations:anybody') },
                ...skills.map((one) => ({ value: one, label: t(`terms:skill.${one}`) })),
              ]}
              value={skill ?? 'any'}
              onChange={(next) => setSkill(slot, next)}
            />
          ))}
        </Line>
      )}
    </>
  )
}
