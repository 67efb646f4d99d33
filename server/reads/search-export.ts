import type { Viewer } from '../../shared/auth/viewer.ts'
import type { SearchExport } from '../../shared/formats/search-export.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { SealedText } from '../../shared/kernel/decider.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { placesInOrder } from '../../shared/operations/staffing.ts'
import { filterTrack } from '../../shared/positions/track-filter.ts'
import type { ReadParts } from './answer-read.ts'
import { walkersOf } from './coverage.ts'
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
  await record(viewer, { kind: 'export', about: [id, ...walkers] })
  const { ipp, lkp, lkpAt, clues, tracks: credited = [] } = operation.search
  const sealed = [ipp, lkp, ...clues.map((clue) => clue.sealed), ...credited.map((one) => one.sealed)]
  const texts = await vault.getMany(sealed.flatMap((one) => (one ? [one.text] : [])))
  const textOf = (one: SealedText | null | undefined) => (one && texts.get(one.text)?.text) ?? ''
  const names = await readNames({ board, vault, record }, viewer, [viewer.account], new Set())
  const tracks = await Promise.all(
    walkers.map(async (who) => ({
      name: board.assistant.get(who)?.callSign ?? textOf(credited.find((one) => one.id === who)?.sealed),
      lines: filterTrack(await track(who, operation.openedAt, operation.closedAt ?? clock.now())).lines,
    })),
  )
  const marks = [
    { name: 'IPP', words: '', at: pointOf(textOf(ipp)), placedAt: null },
    { name: 'LKP', words: '', at: pointOf(textOf(lkp)), placedAt: lkpAt },
    ...clues.map((clue, i) => ({
      name: String(i + 1),
      words: wordsOf(textOf(clue.sealed)),
      at: pointOf(textOf(clue.sealed)),
      placedAt: clue.at,
    })),
  ]
  return {
    title: `${operation.number} ${operation.title}`,
    at: clock.now(),
    by: names[viewer.account]?.name ?? viewer.account,
    reason,
    segments: segments.flatMap(({ letter, name, ring }) => (ring ? [{ letter, name, ring }] : [])),
    tracks: tracks.filter(({ lines }) => lines.length > 0),
    marks: marks.flatMap((mark) => (mark.at ? [{ ...mark, at: mark.at }] : [])),
  }
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
