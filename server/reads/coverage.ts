import type { Board } from '../../shared/board/board.ts'
import type { Command } from '../../shared/board/commands.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import type { Operation, Place } from '../../shared/operations/types.ts'
import { filterTrack } from '../../shared/positions/track-filter.ts'
import type { MeasuredSearch } from '../../shared/search/decide.ts'
import type { CorrectedSweep } from '../../shared/search/sweep/debrief-types.ts'
import { searcherKind, sweptByKind, widthOfKind } from '../../shared/search/sweep/swept-by-kind.ts'
import type { SweptByKind } from '../../shared/search/types.ts'
import { holesIn } from '../../shared/search-theory/holes.ts'
import {
  type SearchTrack,
  type SegmentCoverage,
  segmentCoverage,
} from '../../shared/search-theory/segment-coverage.ts'
import type { CoverageOfSegment } from '../../shared/wire/read.ts'
import type { ReadTrack } from '../positions/every-node.ts'
import { breathe } from './breathe.ts'
import { debriefedSweep } from './debriefed-sweep.ts'
import { earlierSweeps } from './earlier-sweeps.ts'

interface Measured {
  byKind: SweptByKind[] | undefined
  searchers: CoverageOfSegment['searchers']
  covered: SegmentCoverage
  /** Whether something was searched here before: then the cells weigh what that left. */
  again: boolean
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
  const tracks: (SearchTrack & { kind: SweptByKind['kind']; dropped: Record<string, number> })[] = []
  for (const who of walkersOf(board, operation, place.id)) {
    await breathe()
    const kind = searcherKind(board, who)
    const { lines, dropped } = filterTrack(await read(who, from, to), kind)
    const metres = widthOfKind(operation.search, kind)
    if (lines.length > 0) tracks.push({ who, kind, lines, dropped, sweepWidth: { metres } })
  }
  const { ring } = place
  const earlier = await earlierSweeps(read, place, from)
  await breathe()
  const covered = segmentCoverage(ring, tracks, { earlier })
  const searchers = tracks.map(({ who, dropped }, n) => ({
    assistant: who,
    metres: covered.inside[n]?.metres ?? 0,
    dropped,
    line: covered.inside[n]?.lines ?? [],
  }))
  const walked = tracks.map(({ who: id, kind, sweepWidth: { metres: own } }, n) => {
    return { id, kind, sweepWidth: own, metres: covered.inside[n]?.metres ?? 0 }
  })
  return {
    byKind: sweptByKind(
      sweepWidth.metres,
      walked.filter(({ metres }) => metres > 0),
    ),
    searchers: searchers.filter(({ metres }) => metres > 0),
    covered,
    again: earlier.length > 0,
  }
}

/** Everybody who has been a member of a task of this place, and the tracks that were credited to it. */
export function walkersOf(board: Board, { search }: Operation, place: Id): Set<Id> {
  const sent = new Set<Id>()
  for (const task of board.task.values())
    if (task.place === place) for (const { assistant } of task.members) sent.add(assistant)
  for (const track of search?.tracks ?? []) if (track.place === place) sent.add(track.id)
  return sent
}

/** Desks that ask while a search is being measured get that measurement. */
const running = new WeakMap<Board, Map<Id, Promise<CoverageOfSegment[]>>>()

/** What each segment of a search has had since its last recorded sweep. */
export function coverageOf(
  board: Board,
  read: ReadTrack,
  operation: Id,
  now: Millis,
): Promise<CoverageOfSegment[]> {
  const of = running.get(board) ?? new Map<Id, Promise<CoverageOfSegment[]>>()
  running.set(board, of)
  const known = of.get(operation)
  if (known) return known
  const measured = measureSearch(board, read, operation, now).finally(() => of.delete(operation))
  of.set(operation, measured)
  return measured
}

async function measureSearch(
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
    const { covered, searchers, byKind, again } = measured
    answers.push({
      place: place.id,
      area: covered.area,
      sweepWidth: operation.search.sweepWidth,
      searchers,
      ...(byKind && { byKind }),
      coverage: covered.coverage,
      pod: covered.podLeft,
      ...(again && { podOfArea: covered.pod, left: covered.left }),
    })
  }
  return answers
}

/** For a RecordSearch the sweep between its two instants, for a DebriefSearch a recorded one again; else nothing. */
export async function measureSegment(
  board: Board,
  read: ReadTrack,
  { type, body }: Command,
): Promise<MeasuredSearch | CorrectedSweep | undefined> {
  if (type === 'DebriefSearch') return debriefedSweep(board, read, body)
  if (type !== 'RecordSearch') return undefined
  const place = board.place.get(body.place)
  const operation = board.operation.get(place?.operation ?? '')
  const measured = place && operation && (await measure(board, read, operation, place, body.from, body.to))
  if (!measured) return undefined
  const { covered, searchers, byKind, again } = measured
  const widest = Math.max(0, ...covered.inside.map(({ sweepWidth }) => sweepWidth.metres))
  return {
    trackMetres: covered.inside.reduce((sum, { metres }) => sum + metres, 0),
    area: covered.area,
    searchers: searchers.map(({ assistant }) => assistant),
    ...(byKind && { byKind }),
    coverage: covered.coverage,
    pod: covered.pod,
    ...(again && { podLeft: covered.podLeft }),
    left: covered.left,
    cells: {
      metres: covered.cells.metres,
      holes: holesIn(covered.cells, widest).reduce((sum, { area }) => sum + area, 0),
    },
  }
}
