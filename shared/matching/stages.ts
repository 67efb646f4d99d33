import type { Id } from '../kernel/ids.ts'
import { arriveSeconds, type Slot, totalSeconds, whyAssistant } from './cost.ts'
import { type HandChange, isAllowed, isPinned, type Possible } from './hand-change.ts'
import { type Stage, type StageAnswer, type StageBefore, solveStage } from './solve-stage.ts'
import type { PairingAssistant, PairingPlace, PairingRequest, PairingUnit } from './types.ts'

const NEAREST = 16

/** The first stage: a row per place, a column per unit. */
export function placeUnits(
  { units, changes = [], nearest = NEAREST }: PairingRequest,
  places: PairingPlace[],
  before?: StageBefore,
): StageAnswer {
  const possible = (row: number, column: number): Possible => ({
    unit: (units[column] as PairingUnit).id,
    place: (places[row] as PairingPlace).id,
  })
  const stage: Stage = {
    rows: places.map(({ id, at, priority = 1 }) => ({ id, at, priority, nearest, capacity: 1 })),
    columns: units,
    fits: (row, column) => isAllowed(changes, possible(row, column)),
    pins: pinned(units, changes, ({ unit }) => unit),
    pinned: (row, column) => isPinned(changes, possible(row, column)),
    cost(row, column) {
      const unit = units[column] as PairingUnit
      return arriveSeconds(unit.at, (places[row] as PairingPlace).at, unit.speedMps)
    },
  }
  return solveStage(stage, before)
}

/** The columns that a pin names. */
function pinned(
  columns: { id: Id }[],
  changes: HandChange[],
  named: (change: HandChange) => Id | undefined,
): number[] {
  const ids = new Set(changes.filter(({ kind }) => kind === 'pin').map(named))
  return columns.flatMap(({ id }, column) => (ids.has(id) ? [column] : []))
}

/** Slots of a place that ask for the same. */
export interface SlotRow {
  place: PairingPlace
  slot: Slot
  /** Their numbers in the place's `slots`. */
  numbers: number[]
}

export function slotRows(places: PairingPlace[]): SlotRow[] {
  return places.flatMap((place) => {
    const groups = Map.groupBy(place.slots.keys(), (number) => alike(place.slots[number] as Slot))
    return [...groups.values()].map((numbers) => ({
      place,
      slot: place.slots[numbers[0] as number] as Slot,
      numbers,
    }))
  })
}

const alike = (slot: Slot): string => `${demands(slot)} ${slot.optional === true}`

/** Equal for slots that ask for the same. */
export const demands = ({ skill = '', wishes = [] }: Slot): string =>
  JSON.stringify([skill, [...wishes].sort()])

/** The second stage: a row for all slots of a place that are alike, a column per assistant. `leads`: which unit leads at a place. */
export function placeAssistants(
  { places, assistants, changes = [], nearest = NEAREST }: PairingRequest,
  rows: SlotRow[],
  leads: Map<Id, Id>,
  before?: StageBefore,
): StageAnswer {
  // Every slot of the minimum goes before every optional one, whatever the places' priorities.
  const above = places.reduce((most, { priority = 1 }) => Math.max(most, priority), 1)
  const possible = (row: number, column: number): Possible => {
    const place = (rows[row] as SlotRow).place.id
    return { assistant: (assistants[column] as PairingAssistant).id, unit: leads.get(place) as Id, place }
  }
  const stage: Stage = {
    rows: rows.map(({ place: { id, at, priority = 1, slots }, slot, numbers }) => ({
      id: `${id} ${alike(slot)}`,
      at,
      priority: slot.optional ? priority : priority + above,
      nearest: Math.max(nearest, slots.length + 10),
      capacity: numbers.length,
    })),
    columns: assistants,
    fits(row, column) {
      const { skill } = (rows[row] as SlotRow).slot
      const has = skill === undefined || (assistants[column] as PairingAssistant).skills.includes(skill)
      return has && isAllowed(changes, possible(row, column))
    },
    pins: pinned(assistants, changes, ({ assistant }) => assistant),
    pinned: (row, column) => isPinned(changes, possible(row, column)),
    cost(row, column) {
      const { place, slot } = rows[row] as SlotRow
      return totalSeconds(whyAssistant(assistants[column] as PairingAssistant, place, slot))
    },
  }
  return solveStage(stage, before)
}
