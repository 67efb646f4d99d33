import type { Id } from '../kernel/ids.ts'
import type { Candidates } from './candidates.ts'
import { whyAssistant } from './cost.ts'
import type { StageAnswer } from './solve-stage.ts'
import type { SlotRow } from './stages.ts'
import type { NextAssistant, NextUnit, PairingAssistant, PairingUnit } from './types.ts'

const SHOWN = 10

/** The ten quickest units of those looked at, beside the one proposed. */
export function nextUnits(
  units: PairingUnit[],
  { columns, costs }: Candidates,
  proposed: number,
  sentTo: Map<Id, Id>,
): NextUnit[] {
  const now = proposed < 0 ? 0 : (costs[columns.indexOf(proposed)] as number)
  return columns
    .map((column, i) => ({ column, arrive: costs[i] as number }))
    .filter(({ column }) => column !== proposed)
    .sort((a, b) => a.arrive - b.arrive || a.column - b.column)
    .slice(0, SHOWN)
    .map(({ column, arrive }) => {
      const { id } = units[column] as PairingUnit
      return { unit: id, why: { arrive }, difference: arrive - now, ...sent(sentTo, id) }
    })
}

/** The ten next for a place, each for the slot in which changing to them costs least. */
export function nextAssistants(
  assistants: PairingAssistant[],
  { candidates, columnOfRow }: StageAnswer,
  rows: SlotRow[],
  ofPlace: number[],
  sentTo: Map<Id, Id>,
): NextAssistant[] {
  const here = new Set(ofPlace.map((row) => columnOfRow[row] as number))
  const best = new Map<number, { row: number; difference: number }>()
  for (const row of ofPlace) {
    const { columns, costs } = candidates[row] as Candidates
    const holder = columnOfRow[row] as number
    const now = holder < 0 ? 0 : (costs[columns.indexOf(holder)] as number)
    for (const [i, column] of columns.entries()) {
      const difference = (costs[i] as number) - now
      if (!here.has(column) && difference < (best.get(column)?.difference ?? Infinity))
        best.set(column, { row, difference })
    }
  }
  return [...best]
    .sort(([a, of], [b, than]) => of.difference - than.difference || a - b)
    .slice(0, SHOWN)
    .map(([column, { row, difference }]) => {
      const { place, slot, number } = rows[row] as SlotRow
      const assistant = assistants[column] as PairingAssistant
      const why = whyAssistant(assistant, place, slot)
      return { assistant: assistant.id, why, slot: number, difference, ...sent(sentTo, assistant.id) }
    })
}

function sent(sentTo: Map<Id, Id>, id: Id): { sentTo?: Id } {
  const place = sentTo.get(id)
  return place === undefined ? {} : { sentTo: place }
}
