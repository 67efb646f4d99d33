import { distance } from '../geo/distance.ts'
import type { LatLng } from '../geo/lat-lng.ts'

/**
 * What a pairing weighs, in seconds, so that one scale compares all of it. The figures are our own choice: streets are
 * about 1.3 times the straight line, a person walks 1.4 m/s, and a quarter of an hour of walking is worth what four
 * hours of missing rest cost.
 */
export const costRules = {
  streetFactor: 1.3,
  walkingMps: 1.4,
  /** Hours since the last shift from which on a person counts as rested. */
  restedHours: 8,
  /** Seconds for each whole or part hour of rest that is missing. */
  missingRest: 225,
  /** Seconds for each wished skill that is missing. */
  missingWish: 300,
}

/** Eleven days: beyond them nobody's seconds are told apart. A limit keeps the solver's sums exact. */
export const MOST_SECONDS = 1_000_000

/** One slot of a place. */
export interface Slot {
  /** Who lacks it cannot take the slot. */
  skill?: string
  /** Skills that would be good to have: who lacks one costs a penalty. */
  wishes?: string[]
  /** Above the minimum: filled only after every slot that is not. */
  optional?: boolean
}

export type Penalty = { name: 'rest'; seconds: number } | { name: 'wish'; skill: string; seconds: number }

/** Why somebody stands where they stand, for the screen to explain. */
export interface Why {
  /** Seconds until there. */
  arrive: number
  /** Those of the slot's required and wished skills that the person has. */
  skills: string[]
  restHours: number
  penalties: Penalty[]
}

/** Whole seconds along the streets. `speedMps` is the usual speed of travel, not the momentary one of a fix. */
export function arriveSeconds(from: LatLng, to: LatLng, speedMps = costRules.walkingMps): number {
  if (!(speedMps > 0)) throw new RangeError(`nobody arrives at ${speedMps} m/s`)
  return Math.min(MOST_SECONDS, Math.round((costRules.streetFactor * distance(from, to)) / speedMps))
}

export interface Traveller {
  at: LatLng
  speedMps?: number
}

export interface Person extends Traveller {
  skills: string[]
  restHours: number
}

export function whyAssistant(person: Person, place: { at: LatLng }, slot: Slot): Why {
  const { missingRest, missingWish, restedHours } = costRules
  const asked = [...(slot.skill ? [slot.skill] : []), ...(slot.wishes ?? [])]
  const missingHours = Math.ceil(Math.max(0, restedHours - person.restHours))
  const missing = (slot.wishes ?? []).filter((skill) => !person.skills.includes(skill))
  return {
    arrive: arriveSeconds(person.at, place.at, person.speedMps),
    skills: asked.filter((skill) => person.skills.includes(skill)),
    restHours: person.restHours,
    penalties: [
      ...(missingHours > 0 ? [{ name: 'rest' as const, seconds: missingHours * missingRest }] : []),
      ...missing.map((skill) => ({ name: 'wish' as const, skill, seconds: missingWish })),
    ],
  }
}

/** Seconds: the arrival and every penalty. */
export function totalSeconds(why: { arrive: number; penalties?: Penalty[] }): number {
  const penalties = (why.penalties ?? []).reduce((sum, { seconds }) => sum + seconds, 0)
  return Math.min(MOST_SECONDS, why.arrive + penalties)
}
