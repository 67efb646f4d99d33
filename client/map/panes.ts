import type L from 'leaflet'

export const shapesPane = 'serik-shapes'
export const positionsPane = 'serik-positions'

/** Between Leaflet's overlays (400) and its markers (600): shapes, and the people over them. Neither takes clicks. */
export function makePanes(map: L.Map): void {
  for (const [name, zIndex] of [
    [shapesPane, 410],
    [positionsPane, 420],
  ] as const) {
    const pane = map.getPane(name) ?? map.createPane(name)
    pane.style.zIndex = String(zIndex)
    pane.style.pointerEvents = 'none'
  }
}
