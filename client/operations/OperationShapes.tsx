import { useMemo } from 'react'
import type { Board } from '../../shared/board/board.ts'
import { type Language, percent, windowEnd } from '../../shared/i18n/format.ts'
import type { PlaceStaffing } from '../../shared/operations/staffing.ts'
import { lockOf } from '../../shared/search/segments/ground-types.ts'
import { type SegmentState, searchState } from '../../shared/search/state.ts'
import { useDesk, useShapes } from '../app/desk-state.ts'
import type { Shape } from '../map/shapes.ts'
import { sameItems, useBoard, useEntity } from '../store/use-store.ts'
import { useStaffing } from './use-operation.ts'
import { useDeskWords } from './words.ts'

const openOperations = (board: Board) =>
  [...board.operation.values()].filter(({ closedAt }) => closedAt === null)
const openIncidents = (board: Board) =>
  [...board.incident.values()].filter(({ closedAt }) => closedAt === null)

/** The perimeters, the places of the operation at hand and the open incidents, on the desk's map. */
export function OperationShapes() {
  const { t, language, offset } = useDeskWords()
  const chosen = useDesk((desk) => desk.operation)
  const selected = useDesk((desk) => desk.selected)
  const drawing = useDesk((desk) => desk.panel?.name)
  const operations = useBoard(openOperations, sameItems, 'operation')
  const incidents = useBoard(openIncidents, sameItems, 'incident')
  const staffing = useStaffing(chosen)
  const operation = useEntity('operation', chosen)
  const closed = (operation?.closedAt ?? null) !== null
  // A form draws what it changes by itself.
  const hidePerimeter = drawing === 'change-operation'

  useShapes(
    'operations',
    useMemo(
      () => [
        ...operations.flatMap(({ id, number, perimeter, window }): Shape[] =>
          hidePerimeter && id === chosen
            ? []
            : [
                {
                  kind: 'perimeter',
                  id,
                  ring: perimeter,
                  selected: id === chosen,
                  label: t('operations:perimeter-label', { number, to: windowEnd(window.to, offset) }),
                },
              ],
        ),
        ...incidents.map(
          ({ id, at, number }): Shape => ({
            kind: 'incident',
            id,
            at,
            label: String(number),
            selected: selected?.kind === 'incident' && selected.id === id,
          }),
        ),
      ],
      [operations, incidents, chosen, selected, hidePerimeter, t, offset],
    ),
  )
  useShapes(
    'places',
    useMemo(() => {
      if (!staffing) return []
      const places = staffing.places.map(({ place }) => place)
      const state = new Map(searchState(places).segments.map((segment) => [segment.place, segment]))
      return staffing.places.flatMap((one): Shape[] => {
        const picked = selected?.kind === 'place' && selected.id === one.place.id
        const segment = state.get(one.place.id)
        return placeShapes(
          one,
          picked,
          closed,
          segment && {
            ...{ poa: poaOnMap(segment, language), pod: segment.pod },
            locked: lockOf(operation, one.place.id) !== undefined,
          },
        )
      })
    }, [staffing, selected, language, closed, operation]),
  )
  return null
}

/** What there is room for: 25 % → 20 % once it is not as at the start. */
function poaOnMap({ poaNow, poaStart }: SegmentState, language: Language): string {
  const [start, now] = [percent(poaStart, language), percent(poaNow, language)]
  return start === now ? now : `${start} → ${now}`
}

function placeShapes(
  { place, needed, present, coming, asked }: PlaceStaffing,
  selected: boolean,
  closed: boolean,
  segment: { poa: string; pod: number; locked: boolean } | undefined,
): Shape[] {
  const { id, letter, ring, meeting } = place
  if (ring && place.kind === 'segment') return [{ kind: 'area', id, ring, letter, selected, ...segment }]
  return [
    ...(ring ? [{ kind: 'area' as const, id, ring, letter, selected }] : []),
    {
      kind: 'post',
      id,
      at: meeting.at,
      number: letter.slice(0, 3),
      // What is over lacks nobody.
      need: closed ? 0 : needed,
      have: present,
      coming: coming + asked,
      selected,
    },
  ]
}
