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
  { candidates, columnsOfRow }: StageAnswer,
  rows: SlotRow[],
  ofPlace: number[],
  sentTo: Map<Id, Id>,
): NextAssistant[] {
  const here = new Set(ofPlace.flatMap((row) => columnsOfRow[row] ?? []))
  const best = new Map<number, { row: number; difference: number }>()
  for (const row of ofPlace) {
    const { columns, costs } = candidates[row] as Candidates
    // The last of those who fill it is the one it gains most to change.
    const holder = columnsOfRow[row]?.at(-1)
    const now = holder === undefined ? 0 : (costs[columns.indexOf(holder)] as number)
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
      const { place, slot, numbers } = rows[row] as SlotRow
      const number = numbers[Math.max(0, (columnsOfRow[row]?.length ?? 0) - 1)] as number
      const assistant = assistants[column] as PairingAssistant
      const why = whyAssistant(assistant, place, slot)
      return { assistant: assistant.id, why, slot: number, difference, ...sent(sentTo, assistant.id) }
    })
}

function sent(sentTo: Map<Id, Id>, id: Id): { sentTo?: Id } {
  const place = sentTo.get(id)
  return place === undefined ? {} : { sentTo: place }
}
