import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { SealedText } from '../../shared/kernel/decider.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { placesInOrder } from '../../shared/operations/staffing.ts'
import type { Operation, Place } from '../../shared/operations/types.ts'
import { cluesOf } from '../../shared/search/case/clues.ts'
import { type SearchState, searchState } from '../../shared/search/state.ts'
import type { Task } from '../../shared/tasks/types.ts'
import type { CoverageOfSegment } from '../../shared/wire/read.ts'
import { sameItems, useBoard, useEntity, useStore, useText } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'
import { noSubject, readClue, readPoint, readSubject } from './sealed-words.ts'
import { setSearchDesk, useSearchDesk } from './search-desk.ts'

/** Milliseconds between two measurements of what is being walked. */
const measureEvery = 15_000

export interface SearchBoard {
  operation: Operation
  segments: Place[]
  state: SearchState
  /** Running tasks by place. */
  tasks: ReadonlyMap<Id, Task>
}

/** A search with its segments in the order of their letters and their probabilities now. */
export function useSearch(id: Id | null): SearchBoard | null {
  const operation = useEntity('operation', id)
  const segments = useBoard(
    (board) => (id ? placesInOrder(board, id).filter(({ kind }) => kind === 'segment') : []),
    sameItems,
    'place',
  )
  const tasks = useBoard(
    (board) => [...board.task.values()].filter(({ operation: of, endedAt }) => of === id && endedAt === null),
    sameItems,
    'task',
  )
  return useMemo(() => {
    if (operation?.kind !== 'search') return null
    return {
      operation,
      segments,
      state: searchState(segments),
      tasks: new Map(tasks.map((task) => [task.place, task])),
    }
  }, [operation, segments, tasks])
}

/** What each segment has had since its last recorded sweep; measured again while the page is open. */
export function useMeasuring({ id: operation, search }: Operation, segments: readonly Place[]): void {
  const { connection } = useStore()
  // A recorded or undone sweep changes what is left to record.
  const recorded = segments.map(({ searches }) => searches.at(-1)?.at ?? 0).join()
  const width = search?.sweepWidth
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on view is what would be recorded now
  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const measure = async () => {
      const read = document.hidden ? null : await connection.read({ kind: 'coverage', operation })
      if (stopped) return
      if (read?.ok) setSearchDesk({ coverage: { operation, rows: read.answer, at: now() } })
      timer = setTimeout(() => void measure(), measureEvery)
    }
    void measure()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [connection, operation, recorded, width])
}

const none: readonly CoverageOfSegment[] = []

export function useCoverage(operation: Id | null): readonly CoverageOfSegment[] {
  const coverage = useSearchDesk((desk) => desk.coverage)
  return coverage?.operation === operation ? coverage.rows : none
}

export function useSubject({ id }: Operation) {
  const text = useText(useEntity('case', id)?.subject)
  return useMemo(() => (text === undefined ? noSubject : readSubject(text)), [text])
}

export function usePoint(sealed: SealedText | null | undefined) {
  const text = useText(sealed)
  return useMemo(() => (text === undefined ? null : readPoint(text)), [text])
}

/** The clues of a search whose texts have come, by number. */
export function useClues({ id: operation }: Operation) {
  const { texts } = useStore()
  const clues = useBoard((board) => cluesOf(board, operation), sameItems, 'clue')
  const subscribe = useCallback(
    (changed: () => void) => {
      const offs = clues.map(({ sealed }) => texts.want(sealed.text, changed))
      return () => {
        for (const off of offs) off()
      }
    },
    [texts, clues],
  )
  const known = useSyncExternalStore(
    subscribe,
    () => clues.filter(({ sealed }) => texts.get(sealed.text) !== undefined).length,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when one more has come
  return useMemo(
    () =>
      clues.flatMap((clue) => {
        const said = readClue(texts.get(clue.sealed.text) ?? '')
        return said ? [{ ...clue, ...said, placedAt: clue.foundAt, letter: String(clue.number) }] : []
      }),
    [clues, texts, known],
  )
}
