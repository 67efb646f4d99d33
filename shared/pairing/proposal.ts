import type { Skill } from '../assistants/types.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import type { Id, Key } from '../kernel/ids.ts'

/** Why this one: what the cost was made of. Seconds. */
export interface Reasons {
  /** Seconds to the meeting point. */
  arrive: number
  metres: number
  /** Hours since the last task; null when there was none, and for units. */
  restHours: number | null
  /** What the place asks for and this person has. */
  skills: Skill[]
  /** Named surcharges in seconds: `little-rest`, `stale-fix`, … */
  penalties: Record<string, number>
}

export interface ProposedMember extends Reasons {
  assistant: Id
  slot: number
  pinned: boolean
}

/** One place's team: an answer, not an order. */
export interface ProposedTeam {
  place: Id
  unit: (Reasons & { id: Id; pinned: boolean }) | null
  members: ProposedMember[]
  /** Slots that nobody may fill. */
  unfilled: number[]
  /** The ten next best for this place, with the seconds they would add; `sentTo`: proposed for another place. */
  alternatives: {
    units: { unit: Id; extra: number; sentTo?: Id }[]
    members: { assistant: Id; slot: number; extra: number; sentTo?: Id }[]
  }
}

/** Somebody nearer who may not go, with the rule. */
export interface LeftOut {
  assistant: Id
  place: Id
  arrive: number
  rule: string
  code: string
  params: Record<string, string | number>
}

export interface Proposal {
  operation: Id
  /** The sequences of its places and people: a team's own go back as `seen` with its order. */
  seen: Record<Key, number>
  teams: ProposedTeam[]
  leftOut: LeftOut[]
  /** How many people each rule keeps away; `no-fix` has been heard from too long ago. */
  refusedByRule: Record<string, number>
  considered: { units: number; assistants: number }
  /**
   * A plan's proof: the gap of each stage is 0 when it is optimal over its candidates; `bound` is how far the whole can
   * be from the best of both stages at once (slots, their priority in sum, seconds): all 0 = proven optimal.
   */
  certificate: {
    unitsGap: number
    assistantsGap: number
    bound: { slots: number; priority: number; seconds: number }
  }
  /** Where each place's people were taken from, for the ghosts on the map. */
  from: Record<Id, LatLng>
  tookMs: number
}
