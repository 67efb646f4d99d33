import type { Board } from '../../shared/board/board.ts'
import type { Body } from '../../shared/board/commands.ts'
import type { CorrectedSweep } from '../../shared/search/sweep/debrief-types.ts'
import { debriefed } from '../../shared/search-theory/debriefed.ts'
import type { ReadTrack } from '../positions/every-node.ts'
import { earlierSweeps, linesOf } from './earlier-sweeps.ts'

/** For a DebriefSearch: the sweep once more from its stored tracks, with what the team says of it. */
export async function debriefedSweep(
  board: Board,
  read: ReadTrack,
  { place: id, sweep: at, said }: Body<'DebriefSearch'>,
): Promise<CorrectedSweep | undefined> {
  const place = board.place.get(id)
  const sweep = place?.searches.find((one) => one.at === at)
  if (!place?.ring || !sweep) return undefined
  const [lines, earlier] = await Promise.all([linesOf(read, sweep), earlierSweeps(read, place, sweep.from)])
  // On foot the width may be the kind's own.
  const foot = sweep.byKind?.find(({ kind }) => kind === 'foot')
  const planned = { ...sweep.sweepWidth, ...(foot && { metres: foot.sweepWidth }) }
  return debriefed({ ring: place.ring, lines, earlier, planned }, said)
}
