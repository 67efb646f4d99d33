import type { Place } from '../../shared/operations/types.ts'
import { filterTrack } from '../../shared/positions/track-filter.ts'
import { howSearched } from '../../shared/search/sweep/swept-by-kind.ts'
import type { SegmentSearch } from '../../shared/search/types.ts'
import { notOnTracks, type WalkedLines } from '../../shared/search-theory/debriefed.ts'
import type { EarlierSweep } from '../../shared/search-theory/segment-coverage.ts'
import type { ReadTrack } from '../positions/every-node.ts'

/** A recorded sweep never changes but by its debriefing, which makes another of it: its tracks are read once. */
const known = new WeakMap<SegmentSearch, Promise<EarlierSweep>>()

/** A segment's recorded sweeps before an instant, each as its team said it was. */
export async function earlierSweeps(
  read: ReadTrack,
  { searches }: Place,
  before: number,
): Promise<EarlierSweep[]> {
  const earlier = searches.filter(({ to }) => to <= before)
  return Promise.all(
    earlier.map((sweep) => {
      const told = known.get(sweep) ?? asTold(read, sweep)
      known.set(sweep, told)
      // A store that did not answer is asked again.
      told.catch(() => known.delete(sweep))
      return told
    }),
  )
}

async function asTold(read: ReadTrack, sweep: SegmentSearch): Promise<EarlierSweep> {
  const { debrief } = sweep
  const tracks = (await linesOf(read, sweep)).map(({ own, ...one }) => ({
    ...one,
    sweepWidth: { metres: own ?? debrief?.sweepWidth ?? howSearched(sweep, one.who).metres },
  }))
  if (!debrief) return { tracks }
  return { tracks, ...notOnTracks(debrief.said, debrief.sweepWidth) }
}

/** What each searcher of a recorded sweep walked. */
export const linesOf = (read: ReadTrack, sweep: SegmentSearch): Promise<WalkedLines[]> =>
  Promise.all(
    sweep.searchers.map(async (who) => {
      const { kind, metres } = howSearched(sweep, who)
      const { lines } = filterTrack(await read(who, sweep.from, sweep.to), kind)
      return { who, lines, ...(kind !== 'foot' && { own: metres }) }
    }),
  )
