import type { Id } from '../kernel/ids.ts'
import { boundOf } from './bound.ts'
import type { Candidates } from './candidates.ts'
import { arriveSeconds, whyAssistant } from './cost.ts'
import type { HandChange } from './hand-change.ts'
import { nextAssistants, nextUnits } from './next-best.ts'
import { placeAssistants, placeUnits, type SlotRow, slotRows } from './stages.ts'
import type { PairedPlace, Pairing, PairingPlace, PairingRequest, PlacedSlot } from './types.ts'

/**
 * Pairs for all places at once, in two exact stages: units to places (every place needs one to lead), then assistants to
 * the slots of the places that have one. Equal input, equal answer. Throws a RangeError on a speed that is not above 0
 * and on a priority that is not a whole number of 1 or more.
 */
export function pair(request: PairingRequest): Pairing {
  const { places, units, assistants, changes = [] } = request
  const unled = places.filter((place) => place.ledBy === undefined)
  const unitStage = placeUnits(request, unled)
  const leads = new Map<Id, Id>()
  const rowOfUnled = new Map<Id, number>()
  for (const place of places) if (place.ledBy !== undefined) leads.set(place.id, place.ledBy)
  for (const [row, place] of unled.entries()) {
    rowOfUnled.set(place.id, row)
    const unit = units[unitStage.columnOfRow[row] as number]
    if (unit) leads.set(place.id, unit.id)
  }
  const rows = slotRows(places.filter(({ id }) => leads.has(id)))
  const slotStage = placeAssistants(request, rows, leads)
  const placeOfUnit = new Map([...leads].map(([place, unit]) => [unit, place]))
  const placeOfAssistant = new Map<Id, Id>()
  const rowsOfPlace = new Map<Id, number[]>()
  for (const [row, { place }] of rows.entries()) {
    rowsOfPlace.set(place.id, [...(rowsOfPlace.get(place.id) ?? []), row])
    const assistant = assistants[slotStage.columnOfRow[row] as number]
    if (assistant) placeOfAssistant.set(assistant.id, place.id)
  }

  function placed(row: number): PlacedSlot {
    const { place, slot } = rows[row] as SlotRow
    const assistant = assistants[slotStage.columnOfRow[row] as number]
    if (assistant) return { assistant: assistant.id, why: whyAssistant(assistant, place, slot) }
    const somebodyFits = (slotStage.candidates[row] as Candidates).columns.length > 0
    return { assistant: null, empty: somebodyFits ? 'sent-elsewhere' : 'nobody-fits' }
  }

  function paired(place: PairingPlace): PairedPlace {
    const row = rowOfUnled.get(place.id)
    const column = row === undefined ? -1 : (unitStage.columnOfRow[row] as number)
    const unit = units[column]
    const slots = rowsOfPlace.get(place.id) ?? []
    return {
      place: place.id,
      unit: unit ? { unit: unit.id, why: { arrive: arriveSeconds(unit.at, place.at, unit.speedMps) } } : null,
      slots: leads.has(place.id)
        ? slots.map(placed)
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
    bound: boundOf(request, rows, slotStage, leads),
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
