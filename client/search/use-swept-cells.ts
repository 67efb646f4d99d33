import { useMemo } from 'react'
import { number, percent } from '../../shared/i18n/format.ts'
import type { Place } from '../../shared/operations/types.ts'
import { paintCells } from '../../shared/search-theory/cells.ts'
import { holesIn } from '../../shared/search-theory/holes.ts'
import type { CoverageOfSegment } from '../../shared/wire/read.ts'
import type { SweptCells } from '../map/shapes.ts'
import { useDeskWords } from '../operations/words.ts'
import type { Way } from './use-sweep-ways.ts'

/** The cells of the segments walked since their last record; nothing is a hole yet. */
export function useWalkedCells(
  segments: readonly Place[],
  coverage: readonly CoverageOfSegment[],
): SweptCells[] {
  return useMemo(
    () =>
      coverage.flatMap(({ place, searchers, sweepWidth }): SweptCells[] => {
        const ring = segments.find(({ id }) => id === place)?.ring
        if (!ring || searchers.length === 0) return []
        const ways = searchers.map(({ line }) => ({ lines: line, sweepWidth: sweepWidth.metres }))
        return [{ kind: 'cells', id: place, ring, cells: paintCells(ring, ways), holes: [] }]
      }),
    [segments, coverage],
  )
}

/** The cells of a recorded sweep with its holes. */
export function useRecordedCells(place: Place | undefined, ways: readonly Way[] | null): SweptCells[] {
  const { t, language } = useDeskWords()
  const ring = place?.ring ?? null
  return useMemo(() => {
    if (!place || !ring || !ways || ways.length === 0) return []
    const cells = paintCells(
      ring,
      ways.map(({ line, metres }) => ({ lines: [line], sweepWidth: metres })),
    )
    const width = Math.max(...ways.map(({ metres }) => metres))
    const holes = holesIn(cells, width).map(({ cells, area, pod }) => ({
      cells,
      label: t('search:hole-on-map', {
        area: number(area / 10_000, language, 1),
        percent: percent(pod, language),
      }),
    }))
    return [{ kind: 'cells', id: place.id, ring, cells, holes }]
  }, [place, ring, ways, t, language])
}
