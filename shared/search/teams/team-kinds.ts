import { marginTo } from '../../geo/geofence.ts'
import type { LatLng, Ring } from '../../geo/lat-lng.ts'
import { costRules } from '../../matching/cost.ts'

export const teamKinds = ['foot', 'dog', 'rider', 'vehicle', 'drone'] as const
export type TeamKind = (typeof teamKinds)[number]

/** How one kind of team searches, and where the numbers come from. */
export interface KindNumbers {
  /** Metres of its sweep width; null: the width of the search. */
  width: number | null
  /** Kilometres an hour while it searches. */
  speed: number
  source: 'assumed' | 'estimate' | 'rd-test' | 'maker'
}

export type KindTable = Partial<Record<TeamKind, KindNumbers>>

/** Our own assumptions until the coordinator says better; the search's own sweep width stands for every kind. */
const assumedSpeed: Record<TeamKind, number> = { foot: 1.5, dog: 2.5, rider: 4, vehicle: 8, drone: 15 }
/** Kilometres an hour on the way there. */
const travelSpeed: Record<TeamKind, number> = {
  foot: costRules.walkingMps * 3.6,
  dog: costRules.walkingMps * 3.6,
  rider: 8,
  vehicle: 25,
  drone: 30,
}
/** Who searches as one, however many people go along. */
const oneSensor: ReadonlySet<TeamKind> = new Set(['dog', 'vehicle', 'drone'])

export const kindNumbers = (kind: TeamKind, table: KindTable = {}): KindNumbers =>
  table[kind] ?? { width: null, speed: assumedSpeed[kind], source: 'assumed' }

export const sensorsOf = (kind: TeamKind, people: number): number => (oneSensor.has(kind) ? 1 : people)

/** Ways are longer than the straight line by this; nothing flies around. */
const wayFactor = (kind: TeamKind): number => (kind === 'drone' ? 1 : costRules.streetFactor)

/** Minutes to the nearest point of a segment; none for who stands in it, or whose place is not known. */
export function travelMinutes(kind: TeamKind, from: LatLng | null | undefined, to: Ring): number {
  if (!from) return 0
  const metres = Math.max(0, -marginTo(to, from)) * wayFactor(kind)
  return (metres / 1000 / travelSpeed[kind]) * 60
}
