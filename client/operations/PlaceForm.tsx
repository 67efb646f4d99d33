import { type ReactNode, useMemo, useState } from 'react'
import { ringText } from '../../shared/city/typed-ring.ts'
import type { LatLng, Ring } from '../../shared/geo/lat-lng.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { placesInOrder } from '../../shared/operations/staffing.ts'
import type { Operation, Place, PlaceKind } from '../../shared/operations/types.ts'
import { useShapes } from '../app/desk-state.ts'
import type { Shape } from '../map/shapes.ts'
import { sameItems, useAsk, useBoard, useEntity } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { newPlace, placeBody, placeDraftOf, placeProblem } from './draft.ts'
import { PlaceFields } from './PlaceFields.tsx'
import { Refusal } from './Refusal.tsx'
import { SideForm } from './SideForm.tsx'
import { useDeskWords } from './words.ts'

interface PlaceFormProps {
  operation: Id
  /** The place to change; without one a new place is planned. */
  place?: Id
  /** Where a new place meets, when that is known already. */
  at?: LatLng | undefined
  /** What else is to be said of an outline as it is drawn. */
  check?: ((drawn: DrawnOutline) => ReactNode) | undefined
  onClose(): void
}

export interface DrawnOutline {
  operation: Operation
  /** The others of the operation. */
  others: Place[]
  kind: PlaceKind
  letter: string
  ring: Ring
  onRing(ring: Ring): void
}

/** Plans a place of a running operation, or changes one. */
export function PlaceForm({ operation: id, place, at, check, onClose }: PlaceFormProps) {
  const operation = useEntity('operation', id)
  const old = useEntity('place', place)
  if (!operation || (place && !old)) return null
  return <Fields operation={operation} old={old} at={at} check={check} onClose={onClose} />
}

function Fields({
  operation,
  old,
  at,
  check,
  onClose,
}: {
  operation: Operation
  old: Place | undefined
  at: LatLng | undefined
  check: PlaceFormProps['check']
  onClose(): void
}) {
  const { t, offset } = useDeskWords()
  const ask = useAsk(`place:${old?.id ?? operation.id}`)
  const places = useBoard((board) => placesInOrder(board, operation.id), sameItems, 'place')
  const others = places.filter(({ id }) => id !== old?.id)
  const taken = others.map(({ letter }) => letter)
  const [place, setPlace] = useState(() =>
    old ? placeDraftOf(old, offset) : newPlace(operation.kind, taken, at),
  )
  const [tried, setTried] = useState(false)
  const problem = tried ? placeProblem(place) : null

  async function submit() {
    setTried(true)
    const body = placeProblem(place) ? null : placeBody(place, operation.window, offset)
    if (!body) return
    const answer = old
      ? await ask.give('ChangePlace', { place: old.id, ...body }, { seen: [`place:${old.id}`] })
      : await ask.give('PlanPlace', { operation: operation.id, ...body })
    if (answer.ok) onClose()
  }
  async function remove() {
    if (!old) return
    const answer = await ask.give('RemovePlace', { place: old.id }, { seen: [`place:${old.id}`] })
    if (answer.ok) onClose()
  }

  const { meeting, outline, kind, letter, slots } = place
  useShapes(
    'place-form',
    useMemo(() => {
      const shapes: Shape[] = []
      if (outline.ring)
        shapes.push({ kind: 'area', id: 'draft-outline', ring: outline.ring, letter, selected: true })
      if (meeting.at && kind !== 'segment')
        shapes.push({
          kind: 'post',
          id: 'draft-place',
          at: meeting.at,
          number: letter.slice(0, 3),
          need: slots.length,
          have: 0,
          selected: true,
        })
      return shapes
    }, [outline.ring, meeting.at, kind, letter, slots.length]),
  )
  return (
    <SideForm
      above={
        <>
          <span className="num">{operation.number}</span> {operation.title}
        </>
      }
      title={old ? t('operations:change-place') : t('operations:new-place')}
      submit={old ? t('operations:save') : t('operations:plan-place')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
      actions={old && <Button onPress={() => void remove()}>{t('operations:remove-place')}</Button>}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <PlaceFields
        place={place}
        operation={operation.kind}
        taken={taken}
        onChange={setPlace}
        {...(problem && { problem })}
      />
      {outline.ring &&
        check?.({
          ...{ operation, others, kind, letter, ring: outline.ring },
          onRing: (ring) => setPlace({ ...place, outline: { text: ringText(ring), ring } }),
        })}
    </SideForm>
  )
}
