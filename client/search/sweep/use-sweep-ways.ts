import { useEffect, useState } from 'react'
import type { LatLng } from '../../../shared/geo/lat-lng.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { filterTrack } from '../../../shared/positions/track-filter.ts'
import { insideOnly } from '../../../shared/search/segments/inside-only.ts'
import { howSearched } from '../../../shared/search/sweep/swept-by-kind.ts'
import { useStore } from '../../store/use-store.ts'
import { useSearchDesk } from '../search-desk.ts'

export interface Way {
  who: string
  line: LatLng[]
  /** The sweep width it was walked with. */
  metres: number
}

/** The ways of the chosen recorded sweep, each searcher's own; null while none is chosen. */
export function useSweepWays(segments: readonly Place[]): Way[] | null {
  const { connection } = useStore()
  const chosen = useSearchDesk((desk) => desk.sweep)
  const place = segments.find(({ id }) => id === chosen?.place)
  const sweep = place?.searches.find(({ at }) => at === chosen?.at)
  const ring = place?.ring ?? null
  const [ways, setWays] = useState<{ of: unknown; ways: Way[] } | null>(null)
  useEffect(() => {
    if (!sweep || !ring) return
    let stopped = false
    const { from, to, searchers } = sweep
    const readAll = searchers.map(async (carrier): Promise<Way[]> => {
      const read = await connection.read({ kind: 'track', carrier, from, to })
      if (!read.ok) return []
      const { kind, metres } = howSearched(sweep, carrier)
      const { lines } = filterTrack(read.answer, kind)
      return insideOnly(ring, lines).map((line) => ({ who: carrier, line, metres }))
    })
    void Promise.all(readAll).then((found) => {
      if (!stopped) setWays({ of: sweep, ways: found.flat() })
    })
    return () => {
      stopped = true
    }
  }, [connection, sweep, ring])
  if (!sweep) return null
  return ways?.of === sweep ? ways.ways : []
}
