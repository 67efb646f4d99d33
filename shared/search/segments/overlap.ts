import { type Box, boxOf } from '../../geo/box.ts'
import { clipRing } from '../../geo/clip-ring.ts'
import { ringArea } from '../../geo/ring-measure.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { PlannedPlace } from '../../operations/plan-rules.ts'

type Segment = Pick<PlannedPlace, 'kind' | 'letter' | 'ring'>

/** Of the smaller one's area: two outlines that are drawn side by side never fit exactly. */
const slip = 0.05

/** Probability and effort in an area that two segments share would count twice. */
export function overlapRefusal(segment: Segment, others: readonly Segment[]): Refusal | null {
  return overlapOf(segment, others)?.refusal ?? null
}

/** The first segment that shares more with it than a slip: its outline, and the refusal. */
export function overlapOf({ kind, letter, ring }: Segment, others: readonly Segment[]) {
  if (kind !== 'segment' || ring === null || ring.length < 3) return null
  const [box, area] = [boxOf(ring), ringArea(ring)]
  for (const other of others) {
    if (other.kind !== 'segment' || other.ring === null || other.ring.length < 3) continue
    const smaller = Math.min(area, ringArea(other.ring))
    // Most are only neighbours: they cannot share more than their boxes do.
    if (sharedBox(box, boxOf(other.ring)) <= slip * smaller) continue
    const both = clipRing(ring, other.ring, 0).reduce((sum, part) => sum + ringArea(part), 0)
    const share = both / smaller
    if (share <= slip) continue
    const params = { letter, other: other.letter, percent: Math.round(100 * share) }
    return { ring: other.ring, refusal: refuse('search.segments-overlap', { params }) }
  }
  return null
}

/** Square metres. */
function sharedBox(a: Box, b: Box): number {
  const [south, north] = [Math.max(a.south, b.south), Math.min(a.north, b.north)]
  const [west, east] = [Math.max(a.west, b.west), Math.min(a.east, b.east)]
  if (south >= north || west >= east) return 0
  const corner = (lat: number, lng: number) => ({ lat, lng })
  return ringArea([corner(south, west), corner(south, east), corner(north, east), corner(north, west)])
}
