import type { Board } from '../../shared/board/board.ts'
import type { Command } from '../../shared/board/commands.ts'
import type { CoverageOfSegment } from '../../shared/wire/read.ts'
import type { TrackStore } from '../ports/track-store.ts'

export async function measureSegment(
  _board: Board,
  _tracks: TrackStore,
  _command: Command,
): Promise<unknown> {
  return undefined
}
export async function coverageOf(
  _b: Board,
  _t: TrackStore,
  _o: string,
  _n: number,
): Promise<CoverageOfSegment[]> {
  return []
}
