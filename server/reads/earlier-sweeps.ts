import type { Place } from '../../shared/operations/types.ts'
import { filterTrack } from '../../shared/positions/track-filter.ts'
import { howSearched } from '../../shared/search/sweep/swept-by-kind.ts'
import type { SegmentSearch } from '../../shared/search/types.ts'
import type { WalkedLines } from '../../shared/search-theory/debriefed.ts'
import type { SearchTrack } from '../../shared/search-theory/segment-coverage.ts'
import type { ReadTrack } from '../positions/every-node.ts'

/** A recorded sweep never changes but by its debriefing, which makes another of it: its tracks are read once. */
const known = new WeakMap<SegmentSearch, Promise<SearchTrack[]>>()

/** The tracks of a segment's recorded sweeps before an instant, as wide as their searchers really saw. */
export async function earlierTracks(
  read: ReadTrack,
  { searches }: Place,
  before: number,
): Promise<SearchTrack[]> {
  const earlier = searches.filter(({ to }) => to <= before)
  return (
    await Promise.all(
      earlier.map((sweep) => {
        const tracks = known.get(sweep) ?? tracksOf(read, sweep)
        known.set(sweep, tracks)
        // A store that did not answer is asked again.
        tracks.catch(() => known.delete(sweep))
        return tracks
      }),
    )
  ).flat()
}

async function tracksOf(read: ReadTrack, sweep: SegmentSearch): Promise<SearchTrack[]> {
  const metres = sweep.debrief?.sweepWidth
  return (await linesOf(read, sweep)).map(({ own, ...one }) => ({
    ...one,
    sweepWidth: { metres: own ?? metres ?? howSearched(sweep, one.who).metres },
  }))
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
