import type { Ring } from '../../geo/lat-lng.ts'
import type { SealedText } from '../../kernel/decider.ts'
import type { Id, Millis } from '../../kernel/ids.ts'
import type { Observed } from '../../search-theory/observed-width.ts'
import type { HoleLeft } from '../../search-theory/segment-coverage.ts'

export const lights = ['day', 'dusk', 'dark'] as const
export const terrains = ['open', 'mixed', 'dense'] as const

/** What a team says of a sweep: facts, never a percentage of detection. */
export interface SaidOfSweep {
  /** Metres between neighbours as they really walked; null where they did not walk in a line. */
  spacing: number | null
  light: (typeof lights)[number]
  terrain: (typeof terrains)[number]
  width: Observed
  /** Not searched: a part drawn on the map, or a share of the segment where nobody can draw it; null: nothing. */
  missed: { ring: Ring } | { share: number } | null
  /** People without a device, and how far each walked in the segment; only what is confirmed counts. */
  others: { people: number; metres: number; confirmed: boolean } | null
}

/** What the server reckons from the sweep's tracks with that. */
export interface CorrectedSweep {
  /** Metres of the sweep width under the conditions that were met. */
  sweepWidth: number
  /** Metres that count: those of the tracks and those confirmed. */
  trackMetres: number
  coverage: number
  /** Takes the place of the measured POD. */
  pod: number
  /** POD if the unconfirmed ways counted too; for the eye only. */
  podAssumed: number
  left: HoleLeft[]
}

export interface Debrief extends CorrectedSweep {
  said: SaidOfSweep
  words: SealedText | null
  by: Id
  at: Millis
}
