import type L from 'leaflet'
import type { CanvasLayer } from './canvas-layer.ts'
import { createCanvasLayer } from './canvas-layer.ts'
import { drawCells, drawHoles } from './draw-cells.ts'
import { drawHazard, drawLine } from './draw-ground-lines.ts'
import {
  drawArea,
  drawAreaPlate,
  drawBeat,
  drawCircle,
  drawGhostRoute,
  drawPerimeter,
  drawPerimeterName,
  drawTrack,
} from './draw-ground-shapes.ts'
import { drawLane } from './draw-lanes.ts'
import { drawClue, drawGhost, drawMark, drawPin, drawPost, drawSos } from './draw-point-shapes.ts'
import { drawSurface } from './draw-surface.ts'
import type { Occupancy } from './occupancy.ts'
import { makeOccupancy } from './occupancy.ts'
import { pickShape } from './pick-shape.ts'
import type { Words } from './shape-drawing.ts'
import { placeLabels } from './shape-drawing.ts'
import type { Shape } from './shapes.ts'
import type { View } from './view.ts'

export interface ShapesLayer {
  set(shapes: readonly Shape[]): void
  /** The shape under a point of the map's container: symbols before plates before lines before areas. */
  hit(point: L.Point): Shape | null
  /** The boxes that shapes and their words cover in a view, for words of the layer above; a copy. */
  takenIn(view: View): Occupancy
  /** Draws what must lie over the people: calls for help, and the shapes' labels. The positions layer calls it. */
  paintAbove(view: View, taken: Occupancy): void
  remove(): void
}

/** In the design's order of drawing. */
const ground: Shape['kind'][] = [
  'surface',
  'cells',
  'perimeter',
  'line',
  'area',
  'circle',
  'beat',
  'lane',
  'track',
]
const points: Shape['kind'][] = [
  'hazard',
  'post',
  'meeting',
  'clue',
  'lkp',
  'ipp',
  'incident',
  'found',
  'ghost',
]

/** From afar symbols of a fixed size would pile up: only what an officer looks for there stays. */
function leastZoom(shape: Shape): number {
  if (shape.kind === 'perimeter' || shape.kind === 'incident' || shape.kind === 'sos') return 0
  if (shape.kind === 'surface') return 0
  return shape.selected || shape.kind === 'area' || shape.kind === 'ipp' ? 12 : 13
}

/** All shapes in one canvas under the people. `repainted` is called when the shapes changed, for the layer above. */
export function createShapesLayer(map: L.Map, pane: string, repainted: () => void): ShapesLayer {
  let shapes: readonly Shape[] = []
  let words: Words = { taken: makeOccupancy(0, 0, 6), labels: [] }
  const spots = new Map<string, number>()
  const shownAt = (zoom: number) => shapes.filter((shape) => zoom >= leastZoom(shape))

  function paint(view: View) {
    words = { taken: makeOccupancy(view.width, view.height, 6), labels: [] }
    const shown = shownAt(view.zoom)
    const draw = (kinds: Shape['kind'][]) => {
      for (const kind of kinds)
        for (const shape of shown) if (shape.kind === kind) drawShape(view, shape, words)
    }
    draw(ground)
    const perimeters = shown.filter((shape) => shape.kind === 'perimeter')
    for (const selected of [true, false])
      for (const shape of perimeters)
        if ((shape.selected ?? false) === selected) drawPerimeterName(view, shape, words.taken)
    for (const shape of shown) if (shape.kind === 'cells') drawHoles(view, shape, words.taken)
    for (const shape of shown) if (shape.kind === 'ghost') drawGhostRoute(view, shape)
    for (const shape of shown) if (shape.kind === 'area') drawAreaPlate(view, shape, words.taken)
    draw(points)
  }

  const layer: CanvasLayer = createCanvasLayer(map, pane, paint)
  const isLast = ({ left, top, width }: View) => {
    const last = layer.view()
    return last?.left === left && last.top === top && last.width === width
  }
  return {
    set(next) {
      shapes = next
      layer.changed()
      repainted()
    },
    hit(point) {
      const view = layer.view()
      if (!view) return null
      const { x, y } = layer.toCanvas(point, view)
      return pickShape(view, shownAt(view.zoom), x, y)
    },
    takenIn(view) {
      if (!isLast(view)) return makeOccupancy(view.width, view.height, 6)
      return { ...words.taken, bits: words.taken.bits.slice() }
    },
    paintAbove(view, taken) {
      const above: Words = { taken, labels: [] }
      for (const shape of shapes) if (shape.kind === 'sos') drawSos(view, shape, above)
      placeLabels(view, above.labels, taken, spots)
      if (isLast(view)) placeLabels(view, words.labels, taken, spots)
    },
    remove: layer.remove,
  }
}

function drawShape(view: View, shape: Shape, words: Words): void {
  if (shape.kind === 'surface') drawSurface(view, shape)
  else if (shape.kind === 'cells') drawCells(view, shape)
  else if (shape.kind === 'perimeter') drawPerimeter(view, shape)
  else if (shape.kind === 'area') drawArea(view, shape)
  else if (shape.kind === 'line') drawLine(view, shape)
  else if (shape.kind === 'hazard') drawHazard(view, shape, words)
  else if (shape.kind === 'circle') drawCircle(view, shape, words.taken)
  else if (shape.kind === 'beat') drawBeat(view, shape)
  else if (shape.kind === 'track') drawTrack(view, shape)
  else if (shape.kind === 'lane') drawLane(view, shape)
  else if (shape.kind === 'post') drawPost(view, shape, words)
  else if (shape.kind === 'clue') drawClue(view, shape, words)
  else if (shape.kind === 'ghost') drawGhost(view, shape, words)
  else if (shape.kind === 'sos') drawSos(view, shape, words)
  else if (shape.kind === 'incident' || shape.kind === 'meeting' || shape.kind === 'found')
    drawPin(view, shape, words)
  else drawMark(view, shape, words)
}
