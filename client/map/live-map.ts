import type L from 'leaflet'
import type { Camera } from './camera.ts'
import { createCamera } from './camera.ts'
import type { Carriers } from './carriers.ts'
import { isDrawing } from './draw.ts'
import type { Lasso } from './lasso.ts'
import { createLasso } from './lasso.ts'
import { makePanes, positionsPane, shapesPane } from './panes.ts'
import type { PositionsLayer } from './positions-layer.ts'
import { createPositionsLayer } from './positions-layer.ts'
import type { Shape } from './shapes.ts'
import type { ShapesLayer } from './shapes-layer.ts'
import { createShapesLayer } from './shapes-layer.ts'

/** What the user picked: a carrier by its number, carriers drawn around, a shape by its id, or the bare ground. */
export type Picked =
  | { kind: 'carrier'; no: number }
  | { kind: 'carriers'; nos: readonly number[] }
  | { kind: Shape['kind']; id: string }
  | { kind: 'ground'; at: { lat: number; lng: number } }

/** Everything live on the desk's map, driven by calls: React does not render for a fix. */
export interface LiveMap {
  map: L.Map
  camera: Camera
  positions: PositionsLayer
  shapes: ShapesLayer
  lasso: Lasso
  remove(): void
}

export function createLiveMap(
  map: L.Map,
  carriers: Carriers,
  picked: (what: Picked) => void,
  lockChanged: (locked: boolean) => void,
): LiveMap {
  makePanes(map)
  const shapes = createShapesLayer(map, shapesPane, () => live.positions.changed())
  const positions = createPositionsLayer(map, positionsPane, carriers, {
    takenIn: shapes.takenIn,
    above: shapes.paintAbove,
  })
  const camera = createCamera(map, lockChanged)
  const lasso = createLasso(map, (ring) => picked({ kind: 'carriers', nos: positions.inside(ring) }))

  function at(point: L.Point): Picked | null {
    const no = positions.hit(point)
    if (no !== null) return { kind: 'carrier', no }
    const shape = shapes.hit(point)
    return shape ? { kind: shape.kind, id: shape.id } : null
  }
  const click = (event: L.LeafletMouseEvent) => {
    if (!isDrawing(map)) picked(at(event.containerPoint) ?? { kind: 'ground', at: { ...event.latlng } })
  }
  const hover = (event: L.LeafletMouseEvent) => {
    if (!isDrawing(map) && !lasso.armed())
      map.getContainer().style.cursor = at(event.containerPoint) ? 'pointer' : ''
  }
  map.on('click', click)
  map.on('mousemove', hover)

  const live: LiveMap = {
    map,
    camera,
    positions,
    shapes,
    lasso,
    remove() {
      map.off('click', click)
      map.off('mousemove', hover)
      lasso.remove()
      camera.remove()
      positions.remove()
      shapes.remove()
    },
  }
  return live
}
