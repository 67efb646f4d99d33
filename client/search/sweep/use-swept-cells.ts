import { useEffect, useMemo } from 'react'
import { distance, hectares, percent } from '../../../shared/i18n/format.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { lineOrder } from '../../../shared/search/sweep/line-order.ts'
import { howSearched, searcherKind, widthOfKind } from '../../../shared/search/sweep/swept-by-kind.ts'
import { type Cells, paintCells } from '../../../shared/search-theory/cells.ts'
import { holesIn } from '../../../shared/search-theory/holes.ts'
import { type LiveSweep, liveSweep } from '../../../shared/search-theory/live-sweep.ts'
import type { CoverageOfSegment } from '../../../shared/wire/read.ts'
import { showShapes, useShapes } from '../../app/desk-state.ts'
import type { SweptCells } from '../../map/shapes.ts'
import { useDeskWords } from '../../operations/words.ts'
import { useStore } from '../../store/use-store.ts'
import { useSearchDesk } from '../search-desk.ts'
import type { SearchBoard } from '../use-search.ts'
import type { Way } from './use-sweep-ways.ts'

const owner = 'search-cells'
/** Milliseconds between two pictures of what is walked now. */
const pictureEvery = 1_000

interface Walked {
  place: Place
  sweep: LiveSweep
  metres: number
  holes: SweptCells['holes']
}

/**
 * Puts the cells of the segments on the map: of the recorded sweep that is chosen, else of what was walked since. What the
 * server has measured is painted first; where people walk now comes with the frames, cell by cell and without a render,
 * until the next measurement takes its place.
 */
export function useCellShapes(
  { operation, segments, tasks }: SearchBoard,
  coverage: readonly CoverageOfSegment[],
  ways: readonly Way[] | null,
  selected: string | null,
): void {
  const { board, live } = useStore()
  const words = useHoleWords()
  const { layer, paint, sweep: chosen } = useSearchDesk()
  const measuredAt = useSearchDesk((desk) => desk.coverage?.at ?? 0)
  const { search } = operation
  const width = search?.sweepWidth.metres ?? 0
  const walked = useMemo(
    () =>
      segments.flatMap((place): Walked[] => {
        const { ring } = place
        const row = coverage.find((one) => one.place === place.id)
        if (!ring || (!tasks.has(place.id) && !row?.searchers.length)) return []
        const sweep = liveSweep(ring)
        for (const { assistant, line } of row?.searchers ?? [])
          for (const part of line) sweep.way(part, howSearched(row as CoverageOfSegment, assistant).metres)
        const metres = Math.max(width, ...(row?.byKind ?? []).map((one) => one.sweepWidth))
        const holes = row?.searchers.length ? holesOf(sweep.cells, metres, words) : []
        return [{ place, sweep, metres, holes }]
      }),
    [segments, coverage, tasks, width, words],
  )
  const recorded = useMemo((): SweptCells[] => {
    const place = segments.find(({ id }) => id === chosen?.place)
    if (!place?.ring || !ways || ways.length === 0) return []
    const cells = paintCells(
      place.ring,
      ways.map(({ line, metres }) => ({ lines: [line], sweepWidth: metres })),
    )
    const holes = holesOf(cells, Math.max(...ways.map(({ metres }) => metres)), words)
    return [{ kind: 'cells', id: place.id, ring: place.ring, cells, holes, paint }]
  }, [segments, chosen, ways, words, paint])

  const nowhere = layer === 'none'
  const shown = useMemo(
    () => (nowhere || ways ? [] : walked.filter(({ place }) => layer === 'all' || place.id === selected)),
    [walked, ways, nowhere, layer, selected],
  )
  useShapes(
    owner,
    useMemo(() => {
      if (nowhere) return []
      return ways ? recorded : shown.map((one) => pictureOf(one, paint))
    }, [nowhere, ways, recorded, shown, paint]),
  )
  useEffect(() => {
    if (shown.length === 0) return
    let dueAt = 0
    let changed = false
    return live.onFrame(() => {
      for (const { place, sweep, metres } of shown) {
        const task = tasks.get(place.id)
        for (const id of task ? lineOrder(task) : []) {
          const no = board.board.assistant.get(id)?.no
          const at = no === undefined ? 0 : (live.table.at[no] ?? 0)
          if (no === undefined || at <= measuredAt) continue
          const kind = searcherKind(board.board, id)
          const width = search ? widthOfKind(search, kind) : metres
          const [lat, lng] = [live.table.lat[no] as number, live.table.lng[no] as number]
          const fix = { at, lat, lng, accuracy: live.table.accuracy[no] ?? 0 }
          changed = sweep.fix(id, fix, width, kind) || changed
        }
      }
      if (!changed || performance.now() < dueAt) return
      dueAt = performance.now() + pictureEvery
      changed = false
      showShapes(
        owner,
        shown.map((one) => pictureOf(one, paint)),
      )
    })
  }, [board, live, shown, tasks, measuredAt, paint, search])
}

/** Another object for the map, so that its picture is made anew. While people walk, what is left is a hole only to who asks. */
function pictureOf({ place, sweep, holes }: Walked, paint: SweptCells['paint']): SweptCells {
  return {
    kind: 'cells',
    id: place.id,
    ring: place.ring ?? [],
    cells: { ...sweep.cells },
    holes: paint === 'holes' ? holes : [],
    paint,
  }
}

type HoleWords = (area: number, pod: number, width: number) => string

function useHoleWords(): HoleWords {
  const { t, language } = useDeskWords()
  return useMemo(
    () => (area, pod, width) =>
      t('search:hole-on-map', {
        area: hectares(area, language),
        percent: percent(pod, language),
        width: distance(width, language),
      }),
    [t, language],
  )
}

const holesOf = (cells: Cells, width: number, words: HoleWords): SweptCells['holes'] =>
  holesIn(cells, width).map(({ cells, area, pod }) => ({ cells, label: words(area, pod, width) }))
