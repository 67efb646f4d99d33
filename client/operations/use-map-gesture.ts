import { useEffect, useRef, useState } from 'react'
import type { LatLng, Ring } from '../../shared/geo/lat-lng.ts'
import { useDesk } from '../app/desk-state.ts'
import { drawPolygon, drawPolyline, editPolygon, pickPoint } from '../map/draw.ts'

/** One drawing on the desk's map at a time; it ends when the field that asked for it goes. */
export function useMapGesture() {
  const live = useDesk((desk) => desk.map)
  const [busy, setBusy] = useState(false)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function run<T>(gesture: (signal: AbortSignal) => Promise<T | null>): Promise<T | null> {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    setBusy(true)
    const answer = await gesture(mine.signal)
    if (running.current === mine) setBusy(false)
    return answer
  }

  return {
    /** False while no map is on the page. */
    ready: live !== null,
    busy,
    drawRing: (old: Ring | null): Promise<Ring | null> =>
      run(async (signal) => {
        if (!live) return null
        return old ? editPolygon(live.map, old, { signal }) : drawPolygon(live.map, { signal })
      }),
    drawLine: (): Promise<LatLng[] | null> =>
      run(async (signal) => (live ? drawPolyline(live.map, { signal }) : null)),
    pick: (): Promise<LatLng | null> =>
      run(async (signal) => (live ? pickPoint(live.map, { signal }) : null)),
    cancel: () => running.current?.abort(),
  }
}
