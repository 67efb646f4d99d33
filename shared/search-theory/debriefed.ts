import type { Ring } from '../geo/lat-lng.ts'
import { type Observed, observedWidth } from './observed-width.ts'
import { type EarlierSweep, type HoleLeft, type SearchTrack, segmentCoverage } from './segment-coverage.ts'
import type { Visibility } from './sweep-width.ts'

interface Said {
  width: Observed
  missed: { ring: Ring } | { share: number } | null
  others: { people: number; metres: number; confirmed: boolean } | null
}

export interface WalkedLines extends Omit<SearchTrack, 'sweepWidth'> {
  /** Metres of a width that is not of people's eyes: what they saw changes nothing of it. */
  own?: number
}

interface Walked {
  ring: Ring
  /** The sweep's own tracks with the width that was planned, and those of the sweeps before. */
  lines: readonly WalkedLines[]
  earlier: readonly EarlierSweep[]
  planned: { metres: number; visibility?: Visibility | undefined }
}

interface Corrected {
  sweepWidth: number
  trackMetres: number
  coverage: number
  pod: number
  podAssumed: number
  left: HoleLeft[]
}

/**
 * A sweep once more, from its tracks and what the team says: the width as wide as they really saw, nothing where they
 * were not, and the ways of people without a device if somebody confirmed them. A share of the segment that nobody can
 * draw is taken off the POD as if it were an average part.
 */
export function debriefed(
  { ring, lines, earlier, planned }: Walked,
  { width, missed, others }: Said,
): Corrected {
  const metres = observedWidth(planned, width)
  const tracks = lines.map(({ own, ...one }) => ({ ...one, sweepWidth: { metres: own ?? metres } }))
  const { searched, ...known } = notOnTracks({ missed, others }, metres)
  const reckon = (unseen: number) => segmentCoverage(ring, tracks, { earlier, ...known, unseen })
  const said = others ? others.people * others.metres : 0
  const confirmed = others?.confirmed ? said : 0
  const { coverage, podLeft, left, inside } = reckon(known.unseen)
  return {
    sweepWidth: metres,
    trackMetres: inside.reduce((sum, one) => sum + one.metres, confirmed),
    coverage,
    pod: podLeft * searched,
    podAssumed: (confirmed === said ? podLeft : reckon(metres * said).podLeft) * searched,
    left,
  }
}

/** What a team says of where it was, in the terms of `segmentCoverage`; `metres` is the sweep width on foot. */
export function notOnTracks({ missed, others }: Pick<Said, 'missed' | 'others'>, metres: number) {
  return {
    ...(missed && 'ring' in missed && { missed: missed.ring }),
    unseen: others?.confirmed ? metres * others.people * others.metres : 0,
    searched: missed && 'share' in missed ? 1 - missed.share : 1,
  }
}
