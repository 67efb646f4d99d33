import { useEffect } from 'react'
import type { LiveMap } from '../map/live-map.ts'
import { useStore } from '../store/use-store.ts'
import { useDesk } from './desk-state.ts'

/** Frames are cut to what the map shows; none come while the tab is hidden. */
export function useTellView(live: LiveMap | null, whole: boolean): void {
  const { connection } = useStore()
  useEffect(() => {
    if (!live) return
    const { map } = live
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      if (document.hidden) return connection.view(null)
      if (whole) return connection.view({ south: -90, west: -180, north: 90, east: 180, zoom: 15 })
      const bounds = map.getBounds().pad(0.1)
      connection.view({
        south: Math.max(-90, bounds.getSouth()),
        west: Math.max(-180, bounds.getWest()),
        north: Math.min(90, bounds.getNorth()),
        east: Math.min(180, bounds.getEast()),
        zoom: map.getZoom(),
      })
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(tell, 150)
    }
    map.on('moveend', soon)
    document.addEventListener('visibilitychange', tell)
    tell()
    return () => {
      clearTimeout(timer)
      map.off('moveend', soon)
      document.removeEventListener('visibilitychange', tell)
      connection.view(null)
      // With another language the next map is in its place already.
      if (useDesk.getState().map === live) useDesk.setState({ map: null })
    }
  }, [live, connection, whole])
}
