import type { Board } from '../../shared/board/board.ts'
import type { Command } from '../../shared/board/commands.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import type { Operation, Place } from '../../shared/operations/types.ts'
import { filterTrack } from '../../shared/positions/track-filter.ts'
import type { MeasuredSearch } from '../../shared/search/decide.ts'
import { holesIn } from '../../shared/search-theory/holes.ts'
import { type SegmentCoverage, segmentCoverage } from '../../shared/search-theory/segment-coverage.ts'
import type { CoverageOfSegment } from '../../shared/wire/read.ts'
import type { ReadTrack } from '../positions/every-node.ts'

interface Measured {
  place: Place
  searchers: CoverageOfSegment['searchers']
  covered: SegmentCoverage
}

/** Each person's own track, filtered, inside the segment: who was sent there, from `from` to `to`. */
async function measure(
  board: Board,
  read: ReadTrack,
  operation: Operation,
  place: Place,
  from: Millis,
  to: Millis,
): Promise<Measured | null> {
  if (!place.ring || !operation.search) return null
  const { sweepWidth } = operation.search
  const tracks: { who: Id; lines: { lat: number; lng: number }[][]; dropped: Record<string, number> }[] = []
  for (const who of walkersOf(board, operation, place.id)) {
    const { lines, dropped } = filterTrack(await read(who, from, to))
    if (lines.length > 0) tracks.push({ who, lines, dropped })
  }
  const { ring } = place
  const covered = segmentCoverage(
    ring,
    tracks.map(({ who, lines }) => ({ who, lines, sweepWidth })),
  )
  const searchers = tracks.map(({ who, dropped }, n) => ({
    assistant: who,
    metres: covered.inside[n]?.metres ?? 0,
    dropped,
    line: covered.inside[n]?.lines ?? [],
  }))
  return { place, searchers: searchers.filter(({ metres }) => metres > 0), covered }
}

/** Everybody who has been a member of a task of this place, and the tracks that were credited to it. */
export function walkersOf(board: Board, { search }: Operation, place: Id): Set<Id> {
  const sent = new Set<Id>()
  for (const task of board.task.values())
    if (task.place === place) for (const { assistant } of task.members) sent.add(assistant)
  for (const track of search?.tracks ?? []) if (track.place === place) sent.add(track.id)
  return sent
}

/** What each segment of a search has had since its last recorded sweep. */
export async function coverageOf(
  board: Board,
  read: ReadTrack,
  operationId: Id,
  now: Millis,
): Promise<CoverageOfSegment[]> {
  const operation = board.operation.get(operationId)
  if (!operation?.search) return []
  const answers: CoverageOfSegment[] = []
  for (const place of board.place.values()) {
    if (place.operation !== operationId) continue
    const from = place.searches.at(-1)?.to ?? operation.openedAt
    const measured = await measure(board, read, operation, place, from, now)
    if (!measured) continue
    const { covered, searchers } = measured
    answers.push({
      place: place.id,
      area: covered.area,
      sweepWidth: operation.search.sweepWidth,
      searchers,
      coverage: covered.coverage,
      pod: covered.pod,
    })
  }
  return answers
}

/** For a RecordSearch: the sweep between its two instants. Every other command needs nothing measured. */
export async function measureSegment(
  board: Board,
  read: ReadTrack,
  { type, body }: Command,
): Promise<MeasuredSearch | undefined> {
  if (type !== 'RecordSearch') return undefined
  const place = board.place.get(body.place)
  const operation = board.operation.get(place?.operation ?? '')
  const measured = place && operation && (await measure(board, read, operation, place, body.from, body.to))
  if (!measured) return undefined
  const { covered, searchers } = measured
  return {
    trackMetres: covered.inside.reduce((sum, { metres }) => sum + metres, 0),
    area: covered.area,
    searchers: searchers.map(({ assistant }) => assistant),
    coverage: covered.coverage,
    pod: covered.pod,
    cells: {
      metres: covered.cells.metres,
      holes: holesIn(covered.cells, operation.search?.sweepWidth.metres ?? 0).reduce(
        (sum, { area }) => sum + area,
        0,
      ),
    },
  }
}
