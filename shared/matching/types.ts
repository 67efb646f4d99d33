import type { LatLng } from '../geo/lat-lng.ts'
import type { Id } from '../kernel/ids.ts'
import type { Person, Slot, Traveller, Why } from './cost.ts'
import type { HandChange } from './hand-change.ts'
import type { StageAnswer } from './solve-stage.ts'

/** A place to staff. Everybody given here has passed the gates already; this only decides who goes where. */
export interface PairingPlace {
  id: Id
  /** Where they join: the meeting point. */
  at: LatLng
  slots: Slot[]
  /** A unit that leads here already: the first stage leaves the place alone. */
  ledBy?: Id
  /** 1 or more; where people are short the higher goes first. */
  priority?: number
}

export interface PairingUnit extends Traveller {
  id: Id
}

export interface PairingAssistant extends Person {
  id: Id
}

export interface PairingRequest {
  places: PairingPlace[]
  units: PairingUnit[]
  assistants: PairingAssistant[]
  changes?: HandChange[]
  /** Candidates looked at per place to begin with. */
  nearest?: number
}

export interface PlacedUnit {
  unit: Id
  why: { arrive: number }
}

/** Empty because no unit leads here, because nobody fits, or because all who fit are sent where the whole gains more. */
export type PlacedSlot =
  | { assistant: Id; why: Why }
  | { assistant: null; empty: 'no-unit' | 'nobody-fits' | 'sent-elsewhere' }

export interface NextUnit extends PlacedUnit {
  /** Seconds more (or less, when needed elsewhere) than the unit proposed. */
  difference: number
  /** The place that the proposal sends it to. */
  sentTo?: Id
}

export interface NextAssistant {
  assistant: Id
  why: Why
  /** The slot, by its number in `slots`, for which this is closest. */
  slot: number
  /** Seconds more (or less, when needed elsewhere) than the person proposed there; the whole of them for an empty slot. */
  difference: number
  sentTo?: Id
}

export interface PairedPlace {
  place: Id
  unit: PlacedUnit | null
  /** As many as the place has, in its order. */
  slots: PlacedSlot[]
  /** The ten next best of those looked at, nearest in seconds first. */
  nextUnits: NextUnit[]
  nextAssistants: NextAssistant[]
}

export interface Pairing {
  places: PairedPlace[]
  /** Pins that could not be kept. */
  unmet: HandChange[]
  /** Each is proven by itself: see `checkCertificate(stage.problem, stage)`. */
  stages: { units: StageAnswer; assistants: StageAnswer }
  /**
   * How far the two stages together can be from the best of both at once: another choice of units could fill at most so
   * many more slots, or slots of so much more priority in sum, and save at most so many seconds on as many. Priority and
   * seconds both 0: the whole is proven optimal.
   */
  bound: { slots: number; priority: number; seconds: number }
}
