import { boxOf } from '../../geo/box.ts'
import { clipRing } from '../../geo/clip-ring.ts'
import type { Ring } from '../../geo/lat-lng.ts'
import { ringArea } from '../../geo/ring-measure.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { PlannedPlace } from '../../operations/plan-rules.ts'

type Segment = Pick<PlannedPlace, 'kind' | 'letter' | 'ring'>

/** Of the smaller one's area: two outlines that are drawn side by side never fit exactly. */
const slip = 0.05

/** Probability and effort in an area that two segments share would count twice. */
export function overlapRefusal(segment: Segment, others: readonly Segment[]): Refusal | null {
  const found = overlapOf(segment, others)
  if (!found) return null
  const params = { letter: segment.letter, other: found.other.letter, percent: Math.round(100 * found.share) }
  return refuse('search.segments-overlap', { params })
}

/** The first segment that shares more with it than a slip, and the share of the smaller one's area, 0 to 1. */
export function overlapOf({ kind, ring }: Segment, others: readonly Segment[]) {
  if (kind !== 'segment' || ring === null || ring.length < 3) return null
  const box = boxOf(ring)
  for (const other of others) {
    if (other.kind !== 'segment' || other.ring === null || other.ring.length < 3) continue
    const { south, west, north, east } = boxOf(other.ring)
    if (south > box.north || north < box.south || west > box.east || east < box.west) continue
    const both = clipRing(ring, other.ring, 0).reduce((sum, part) => sum + ringArea(part), 0)
    const share = both / Math.min(ringArea(ring), ringArea(other.ring))
    if (share > slip) return { other: { letter: other.letter, ring: other.ring as Ring }, share }
  }
  return null
}
