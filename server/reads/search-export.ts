import type { Viewer } from '../../shared/auth/viewer.ts'
import type { ExportedSegment, SearchExport } from '../../shared/formats/search-export.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { SealedText } from '../../shared/kernel/decider.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { placesInOrder } from '../../shared/operations/staffing.ts'
import type { Place } from '../../shared/operations/types.ts'
import { filterTrack } from '../../shared/positions/track-filter.ts'
import { cluesOf } from '../../shared/search/case/clues.ts'
import { lockOf } from '../../shared/search/segments/ground-types.ts'
import { podOfSweep } from '../../shared/search/state.ts'
import { lineOrder } from '../../shared/search/sweep/line-order.ts'
import { searcherKind } from '../../shared/search/sweep/swept-by-kind.ts'
import { cumulativePod } from '../../shared/search-theory/bayes.ts'
import { planLanes } from '../../shared/search-theory/lanes.ts'
import { taskAt } from '../../shared/tasks/links.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { walkersOf } from './coverage.ts'
import type { ReadParts } from './parts.ts'
import { readNames } from './people.ts'

/** Segments, filtered tracks, clues and points of a search; recorded before anything leaves. Null for no search. */
export async function exportOf(
  { reads }: { reads: ReadParts },
  viewer: Viewer & { kind: 'staff' },
  id: Id,
  reason: string,
): Promise<SearchExport | null> {
  const { live, vault, record, clock, track } = reads
  const { board } = live
  const operation = board.operation.get(id)
  if (!operation?.search) return null
  const segments = placesInOrder(board, id).filter(({ kind }) => kind === 'segment')
  const walkers = [...new Set(segments.flatMap((place) => [...walkersOf(board, operation, place.id)]))]
  await record(viewer, { kind: 'export', about: [id, ...walkers], reason })
  const { ipp, lkp, lkpAt, tracks: credited = [], lines = [], hazards = [] } = operation.search
  const clues = cluesOf(board, id)
  const sealed = [
    ...[ipp, lkp, ...clues.map((clue) => clue.sealed), ...credited.map((one) => one.sealed)],
    ...[...hazards.map(({ words }) => words), ...(operation.search.locked ?? []).map((lock) => lock.reason)],
  ]
  const texts = await vault.getMany(sealed.flatMap((one) => (one ? [one.text] : [])))
  const textOf = (one: SealedText | null | undefined) => (one && texts.get(one.text)?.text) ?? ''
  const names = await readNames({ board, vault, record }, viewer, [viewer.account], new Set())
  const tracks = await Promise.all(
    walkers.map(async (who) => ({
      name: board.assistant.get(who)?.callSign ?? textOf(credited.find((one) => one.id === who)?.sealed),
      lines: filterTrack(
        await track(who, operation.openedAt, operation.closedAt ?? clock.now()),
        searcherKind(board, who),
      ).lines,
    })),
  )
  const marks = [
    { name: 'IPP', words: '', at: pointOf(textOf(ipp)), placedAt: null },
    { name: 'LKP', words: '', at: pointOf(textOf(lkp)), placedAt: lkpAt },
    ...clues.map((clue) => ({
      name: String(clue.number),
      words: wordsOf(textOf(clue.sealed)),
      at: pointOf(textOf(clue.sealed)),
      placedAt: clue.foundAt,
    })),
  ]
  return {
    title: `${operation.number} ${operation.title}`,
    at: clock.now(),
    by: names[viewer.account]?.name ?? viewer.account,
    reason,
    segments: segments.flatMap(({ id: place, letter, name, ring, slots, searches }): ExportedSegment[] => {
      const lock = lockOf(operation, place)
      const exported = {
        ...{ letter, name, people: slots.length, underWay: taskAt(board, place) !== undefined },
        pod: cumulativePod(searches.map(podOfSweep)),
        locked: lock ? textOf(lock.reason) || lock.letter : null,
      }
      return ring ? [{ ...exported, ring }] : []
    }),
    lanes: segments.flatMap((place) => lanesOf(place, taskAt(board, place.id))),
    lines: lines.map(({ name, kind, path }) => ({ name, kind, path })),
    hazards: hazards.map(({ kind, words, shape, path }) => ({
      ...{ name: kind, words: textOf(words) },
      ...{ shape, path },
    })),
    tracks: tracks.filter(({ lines }) => lines.length > 0),
    marks: marks.flatMap((mark) => (mark.at ? [{ ...mark, at: mark.at }] : [])),
  }
}

/** The ways that the team at hand is to walk; those that a full one would, while nobody is there. */
function lanesOf({ letter, ring, line, slots }: Place, task: Task | undefined): SearchExport['lanes'] {
  const people = (task && lineOrder(task).length) || slots.length
  if (!ring || !line || people === 0) return []
  return planLanes(ring, line, people).lanes.flatMap(({ pass, searcher, parts }) =>
    parts.map((path) => ({ letter, name: `${letter} ${pass + 1}-${searcher}`, path })),
  )
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>
  } catch {
    return {}
  }
}

function pointOf(text: string): LatLng | null {
  const { lat, lng } = fieldsOf(text)
  return typeof lat === 'number' && typeof lng === 'number' ? { lat, lng } : null
}

/** A clue's words stand in the desk's own form, or as they were said. */
function wordsOf(text: string): string {
  const { text: inner } = fieldsOf(text)
  if (typeof inner !== 'string') return ''
  const { words } = fieldsOf(inner)
  return typeof words === 'string' ? words : inner
}
