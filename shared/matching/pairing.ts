import type { Id } from '../kernel/ids.ts'
import { boundOf } from './bound.ts'
import type { Candidates } from './candidates.ts'
import { arriveSeconds, type Slot, totalSeconds, whyAssistant } from './cost.ts'
import type { HandChange } from './hand-change.ts'
import { nextAssistants, nextUnits } from './next-best.ts'
import type { StageAnswer, StageBefore } from './solve-stage.ts'
import { demands, placeAssistants, placeUnits, type SlotRow, slotRows } from './stages.ts'
import type {
  PairedPlace,
  Pairing,
  PairingAssistant,
  PairingPlace,
  PairingRequest,
  PlacedSlot,
} from './types.ts'

/** What of a pairing is needed to pair again after a change. */
export interface Remembered {
  units: StageBefore
  assistants: StageBefore
}

export function remember({ stages }: Pairing): Remembered {
  // Who stood nowhere is as good as new.
  const needed = ({ rowIds, columnIds, rowOfColumn, spread, certificate: { rowDual } }: StageAnswer) => ({
    ...{ rowIds, spread, certificate: { rowDual } },
    columnIds: columnIds.filter((_, column) => (rowOfColumn[column] as number) >= 0),
    rowOfColumn: rowOfColumn.filter((row) => row >= 0),
  })
  return { units: needed(stages.units), assistants: needed(stages.assistants) }
}

/**
 * Pairs for all places at once, in two exact stages: units to places (every place needs one to lead), then assistants to
 * the slots of the places that have one. Equal input, equal answer. Throws a RangeError on a speed that is not above 0
 * and on a priority that is not a whole number of 1 or more. With `before` it begins where the last pairing ended and
 * gives that again while it is among the best: what an officer looks at does not change for nothing.
 */
export function pair(request: PairingRequest, before?: Remembered): Pairing {
  const { places, units, assistants, changes = [] } = request
  const unled = places.filter((place) => place.ledBy === undefined)
  const unitStage = placeUnits(request, unled, before?.units)
  const leads = new Map<Id, Id>()
  const rowOfUnled = new Map<Id, number>()
  for (const place of places) if (place.ledBy !== undefined) leads.set(place.id, place.ledBy)
  for (const [row, place] of unled.entries()) {
    rowOfUnled.set(place.id, row)
    const unit = units[unitStage.columnsOfRow[row]?.[0] ?? -1]
    if (unit) leads.set(place.id, unit.id)
  }
  const rows = slotRows(places.filter(({ id }) => leads.has(id)))
  const slotStage = placeAssistants(request, rows, leads, before?.assistants)
  const placeOfUnit = new Map([...leads].map(([place, unit]) => [unit, place]))
  const placeOfAssistant = new Map<Id, Id>()
  const rowsOfPlace = new Map<Id, number[]>()
  for (const [row, { place }] of rows.entries()) {
    rowsOfPlace.set(place.id, [...(rowsOfPlace.get(place.id) ?? []), row])
    for (const column of slotStage.columnsOfRow[row] ?? [])
      placeOfAssistant.set((assistants[column] as PairingAssistant).id, place.id)
  }

  /** All slots of a place in its own order. */
  function placed(ofPlace: number[]): PlacedSlot[] {
    const slots: PlacedSlot[] = []
    for (const row of ofPlace) {
      const { place, slot, numbers } = rows[row] as SlotRow
      const somebodyFits = (slotStage.candidates[row] as Candidates).columns.length > 0
      for (const [i, number] of numbers.entries()) {
        const assistant = assistants[slotStage.columnsOfRow[row]?.[i] ?? -1]
        slots[number] = assistant
          ? { assistant: assistant.id, why: whyAssistant(assistant, place, slot) }
          : { assistant: null, empty: somebodyFits ? 'sent-elsewhere' : 'nobody-fits' }
      }
    }
    return quickestFirst(slots, rows[ofPlace[0] ?? -1]?.place.slots ?? [], changes)
  }

  function paired(place: PairingPlace): PairedPlace {
    const row = rowOfUnled.get(place.id)
    const column = row === undefined ? -1 : (unitStage.columnsOfRow[row]?.[0] ?? -1)
    const unit = units[column]
    const slots = rowsOfPlace.get(place.id) ?? []
    return {
      place: place.id,
      unit: unit ? { unit: unit.id, why: { arrive: arriveSeconds(unit.at, place.at, unit.speedMps) } } : null,
      slots: leads.has(place.id)
        ? placed(slots)
        : place.slots.map(() => ({ assistant: null, empty: 'no-unit' as const })),
      nextUnits:
        row === undefined
          ? []
          : nextUnits(units, unitStage.candidates[row] as Candidates, column, placeOfUnit),
      nextAssistants: nextAssistants(assistants, slotStage, rows, slots, placeOfAssistant),
    }
  }

  return {
    places: places.map(paired),
    unmet: changes.filter(
      (change) => change.kind === 'pin' && !isKept(change, leads, placeOfUnit, placeOfAssistant),
    ),
    stages: { units: unitStage, assistants: slotStage },
    bound: boundOf(request, slotStage, leads),
  }
}

function isKept(
  change: HandChange,
  leads: Map<Id, Id>,
  placeOfUnit: Map<Id, Id>,
  placeOfAssistant: Map<Id, Id>,
): boolean {
  const { assistant, unit, place } = change
  const at = assistant === undefined ? placeOfUnit.get(unit ?? '') : placeOfAssistant.get(assistant)
  if (at === undefined) return false
  return (place === undefined || place === at) && (unit === undefined || leads.get(at) === unit)
}

/** Among slots that ask for the same, who is pinned and then the quickest fill the minimum: that costs the same. */
function quickestFirst(placed: PlacedSlot[], slots: Slot[], changes: HandChange[]): PlacedSlot[] {
  const ordered = [...placed]
  const pinned = new Set(changes.flatMap(({ kind, assistant }) => (kind === 'pin' ? (assistant ?? []) : [])))
  const seconds = (one: PlacedSlot) =>
    one.assistant === null ? Infinity : pinned.has(one.assistant) ? -1 : totalSeconds(one.why)
  for (const numbers of Map.groupBy(slots.keys(), (number) => demands(slots[number] as Slot)).values()) {
    const people = numbers
      .map((number) => placed[number] as PlacedSlot)
      .sort((a, b) => seconds(a) - seconds(b))
    const byNeed = numbers.sort(
      (a, b) => Number(slots[a]?.optional ?? false) - Number(slots[b]?.optional ?? false),
    )
    for (const [i, number] of byNeed.entries()) ordered[number] = people[i] as PlacedSlot
  }
  return ordered
}
