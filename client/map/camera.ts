import L from 'leaflet'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { CameraState } from './camera-rule.ts'
import { afterFit, afterGesture, afterTarget, freeCamera } from './camera-rule.ts'

/** What the map should show: a name for the set, and where it lies. */
export interface CameraTarget {
  /** Changes when the set of things changes, not when they move. */
  key: string
  points: readonly LatLng[]
}

export interface Camera {
  /** Says what the map is about now; fits if the rule allows. */
  show(target: CameraTarget): void
  /** Fits and unlocks (the key `0`). */
  fit(): void
  /** Goes to a place because the user asked; the view is locked there. */
  goTo(at: LatLng, zoom?: number): void
  locked(): boolean
  remove(): void
}

/** `changed` is told whenever the lock closes or opens. */
export function createCamera(map: L.Map, changed: (locked: boolean) => void): Camera {
  let state = freeCamera
  let target: CameraTarget | null = null

  function become(next: CameraState) {
    const turned = next.locked !== state.locked
    state = next
    if (turned) changed(state.locked)
  }

  function move() {
    if (!target || target.points.length === 0) return
    const bounds = L.latLngBounds(target.points.map(({ lat, lng }) => [lat, lng]))
    // A small map has no room for a wide border.
    const { x, y } = map.getSize()
    const padding: [number, number] = [Math.min(48, x * 0.1), Math.min(48, y * 0.1)]
    map.fitBounds(bounds, { padding, maxZoom: 16, animate: false })
  }

  const gesture = () => become(afterGesture(state))
  const container = map.getContainer()
  const byKey = (event: KeyboardEvent) => {
    if (event.code.startsWith('Arrow')) gesture()
  }
  map.on('dragstart', gesture)
  container.addEventListener('wheel', gesture, { passive: true })
  container.addEventListener('dblclick', gesture)
  container.addEventListener('keydown', byKey)
  const byTouch = (event: TouchEvent) => {
    if (event.touches.length > 1) gesture()
  }
  container.addEventListener('touchmove', byTouch, { passive: true })

  return {
    show(next) {
      target = next
      const { state: after, fit } = afterTarget(state, next.key)
      become(after)
      if (fit) move()
    },
    fit() {
      become(afterFit(target?.key ?? null))
      move()
    },
    goTo(at, zoom) {
      gesture()
      map.setView([at.lat, at.lng], zoom ?? Math.max(map.getZoom(), 15), { animate: false })
    },
    locked: () => state.locked,
    remove() {
      map.off('dragstart', gesture)
      container.removeEventListener('wheel', gesture)
      container.removeEventListener('dblclick', gesture)
      container.removeEventListener('keydown', byKey)
      container.removeEventListener('touchmove', byTouch)
    },
  }
}
