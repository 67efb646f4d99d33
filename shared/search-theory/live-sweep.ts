import { partsInside } from '../geo/clip.ts'
import type { LatLng, Ring } from '../geo/lat-lng.ts'
import { liveTrack, type Step } from '../positions/live-track.ts'
import type { Pace, TrackFix } from '../positions/track-filter.ts'
import { type Cells, type Painter, paintOver } from './cells.ts'

/** A segment that is painted while it is walked. */
export interface LiveSweep {
  /** Changed in place. */
  cells: Cells
  /** A way that is filtered already. */
  way(line: readonly LatLng[], sweepWidth: number): void
  /** One more fix of somebody; false where it is older than that person's last: then all must be painted anew. */
  fix(who: string, fix: TrackFix, sweepWidth: number, pace?: Pace): boolean
}

/** Paints only what a fix changes: the same cells, to the last bit, as painting everything anew. */
export function liveSweep(segment: Ring, cell?: number): LiveSweep {
  const painter = paintOver(segment, cell)
  const people = new Map<string, { track: ReturnType<typeof liveTrack>; open: Step[] }>()
  return {
    cells: painter.cells,
    way(line, sweepWidth) {
      for (let i = 1; i < line.length; i++)
        paint(painter, segment, line[i - 1] as LatLng, line[i] as LatLng, sweepWidth)
    },
    fix(who, fix, sweepWidth, pace) {
      const person = people.get(who) ?? { track: liveTrack(pace), open: [] }
      people.set(who, person)
      const taken = person.track.add(fix)
      if (!taken) return false
      for (const { from, to } of person.open) paint(painter, segment, from, to, sweepWidth, true)
      for (const { from, to } of [...taken.steps, ...taken.open])
        paint(painter, segment, from, to, sweepWidth)
      person.open = taken.open
      return true
    },
  }
}

function paint(
  painter: Painter,
  segment: Ring,
  from: LatLng,
  to: LatLng,
  sweepWidth: number,
  back = false,
): void {
  for (const [start, end] of partsInside(segment, [from, to]))
    if (start && end) painter.step(start, end, sweepWidth, back)
}
