import { arriveSeconds, totalSeconds, whyAssistant } from '../../../shared/matching/cost.ts'
import type { PairingRequest } from '../../../shared/matching/types.ts'

/** What an answer is judged by, in this order: more priority, more pins kept, fewer seconds. */
interface Score {
  priority: number
  pins: number
  seconds: number
  filled: number
}

const none: Score = { priority: 0, pins: 0, seconds: 0, filled: 0 }

function isBetter(a: Score, b: Score): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority
  if (a.pins !== b.pins) return a.pins > b.pins
  return a.seconds < b.seconds
}

type Cell = { priority: number; pinned: boolean; seconds: number } | null

/** Tries every answer of rows × columns. */
function best(cells: Cell[][]): Score {
  let found = none
  const taken = new Set<number>()
  const visit = (row: number, score: Score) => {
    const here = cells[row]
    if (!here) {
      if (isBetter(score, found)) found = score
      return
    }
    visit(row + 1, score)
    here.forEach((cell, column) => {
      if (!cell || taken.has(column)) return
      taken.add(column)
      visit(row + 1, {
        priority: score.priority + cell.priority,
        pins: score.pins + (cell.pinned ? 1 : 0),
        seconds: score.seconds + cell.seconds,
        filled: score.filled + 1,
      })
      taken.delete(column)
    })
  }
  visit(0, none)
  return found
}

/** The rules of hand changes once more, spelled out from their description. */
function verdict(changes: PairingRequest['changes'], assistant: string | null, unit: string, place: string) {
  let pinned = false
  for (const change of changes ?? []) {
    const whereFits =
      (change.place ?? place) === place &&
      (assistant === null || change.assistant ? (change.unit ?? unit) === unit : true)
    if (assistant === null) {
      if (change.kind === 'forbid' && change.assistant === undefined && whereFits) return null
      if (change.kind !== 'pin' || change.unit !== unit) continue
    } else {
      if (change.kind === 'forbid' && change.assistant === assistant && whereFits) return null
      if (change.kind !== 'pin' || change.assistant !== assistant) continue
    }
    if (!whereFits) return null
    pinned = true
  }
  return { pinned }
}

export function bestUnits({ places, units, changes }: PairingRequest): Score {
  return best(
    places.map((place) =>
      units.map((unit): Cell => {
        const allowed = verdict(changes, null, unit.id, place.id)
        const seconds = arriveSeconds(unit.at, place.at, unit.speedMps)
        return allowed && { ...allowed, priority: place.priority ?? 1, seconds }
      }),
    ),
  )
}

export function bestAssistants(
  { places, assistants, changes }: PairingRequest,
  leads: Map<string, string>,
): Score {
  const above = Math.max(1, ...places.map((place) => place.priority ?? 1))
  return best(
    places.flatMap((place) => {
      const unit = leads.get(place.id)
      if (unit === undefined) return []
      return place.slots.map((slot) =>
        assistants.map((person): Cell => {
          if (slot.skill && !person.skills.includes(slot.skill)) return null
          const allowed = verdict(changes, person.id, unit, place.id)
          const priority = (place.priority ?? 1) + (slot.optional ? 0 : above)
          return allowed && { ...allowed, priority, seconds: totalSeconds(whyAssistant(person, place, slot)) }
        }),
      )
    }),
  )
}

/** Every way to lead the places, as maps place → unit. */
export function everyLead({ places, units, changes }: PairingRequest): Map<string, string>[] {
  let ways: Map<string, string>[] = [new Map()]
  for (const place of places) {
    ways = ways.flatMap((way) => [
      way,
      ...units
        .filter(({ id }) => ![...way.values()].includes(id) && verdict(changes, null, id, place.id))
        .map(({ id }) => new Map([...way, [place.id, id]])),
    ])
  }
  return ways
}
