import type { Id } from '../kernel/ids.ts'
import type { HandChange } from './hand-change.ts'
import type { StageAnswer } from './solve-stage.ts'
import { placeAssistants, slotRows } from './stages.ts'
import type { Pairing, PairingPlace, PairingRequest } from './types.ts'

/**
 * Bounds what solving the stages one after the other may have cost. The first stage bears on the second only where a
 * place was left without a unit, or where a hand change ties a person to a unit. Then the second stage is solved once
 * more with every place led and those ties dropped: nothing that any choice of units allows can be better than that.
 */
export function boundOf(request: PairingRequest, solved: StageAnswer, leads: Map<Id, Id>): Pairing['bound'] {
  const { places, changes = [] } = request
  const tied = changes.some((change) => change.assistant !== undefined && change.unit !== undefined)
  if (!tied && places.every(({ id, slots }) => leads.has(id) || slots.length === 0))
    return { slots: 0, priority: 0, seconds: 0 }

  const all = slotRows(places)
  const relaxed = placeAssistants({ ...request, changes: withoutUnits(changes, places) }, all, new Map())
  const filled = filledSlots(solved)
  const priority = weight(relaxed) - weight(solved)
  const least = priority === 0 ? relaxed.seconds : cheapest(relaxed, filled)
  return {
    slots: filledSlots(relaxed) - filled,
    priority,
    seconds: Math.max(0, solved.seconds - least),
  }
}

/** What is left of the changes when units do not matter. Pins become bans of everywhere else: that asks no less cost. */
function withoutUnits(changes: HandChange[], places: PairingPlace[]): HandChange[] {
  return changes.flatMap(({ kind, assistant, unit, place }): HandChange[] => {
    if (assistant === undefined) return []
    if (kind === 'forbid') return unit === undefined ? [{ kind, assistant, place }] : []
    if (place === undefined) return []
    return places.filter(({ id }) => id !== place).map(({ id }) => ({ kind: 'forbid', assistant, place: id }))
  })
}

const filledSlots = ({ columnsOfRow }: StageAnswer) =>
  columnsOfRow.reduce((sum, { length }) => sum + length, 0)

function weight({ problem, columnsOfRow }: StageAnswer): number {
  return problem.rows.reduce(
    (sum, { priority = 1 }, row) => sum + priority * (columnsOfRow[row]?.length ?? 0),
    0,
  )
}

/** Seconds that any answer with so many rows filled costs at least: the sum of the cheapest rows' cheapest edges. */
function cheapest({ problem, candidates }: StageAnswer, filled: number): number {
  const slots = candidates.flatMap(({ costs, othersAtLeast }, row) => {
    const least = costs.reduce((one, cost) => Math.min(one, cost), othersAtLeast)
    return Array.from({ length: problem.rows[row]?.capacity ?? 1 }, () => least)
  })
  return Float64Array.from(slots)
    .sort()
    .subarray(0, filled)
    .reduce((sum, cost) => sum + cost, 0)
}
