import type L from 'leaflet'
import { createCanvasLayer } from './canvas-layer.ts'
import type { Carriers } from './carriers.ts'
import type { HitGrid } from './hit-grid.ts'
import { makeHitGrid, nearest } from './hit-grid.ts'
import type { Occupancy } from './occupancy.ts'
import { makeOccupancy } from './occupancy.ts'
import { isSpecial, paintCarriers, sizeAt } from './paint-carriers.ts'
import { makeCrowd } from './paint-crowd.ts'
import { paintWords } from './paint-words.ts'
import type { Placed } from './placed.ts'
import { makePlacer } from './placed.ts'
import type { Sprites } from './sprites.ts'
import { makeSprites } from './sprites.ts'
import { forgetWidths } from './text.ts'
import type { View } from './view.ts'

export interface PositionsLayer {
  /** Something in the carriers changed: paint in the next frame. Ages are painted once a second without it. */
  changed(): void
  /** The carrier drawn under a point of the map's container, or null. */
  hit(point: L.Point): number | null
  remove(): void
}

export interface PositionsOptions {
  /** Size of the symbols against the desk's (a phone draws them 1.5 times as large). */
  scale?: number
  /** What already lies on the ground and must not be covered by words. */
  takenIn?(view: View): Occupancy
  /** Draws between the symbols and the words, and says which boxes words must not cover. */
  above?(view: View, taken: Occupancy): void
}

/** Reach of a click in pixels. */
const reach = 14

/** All carriers in one canvas: the cost is per painting, not per fix, and React knows nothing of it. */
export function createPositionsLayer(
  map: L.Map,
  pane: string,
  carriers: Carriers,
  { scale = 1, takenIn, above }: PositionsOptions = {},
): PositionsLayer {
  const place = makePlacer()
  const crowd = makeCrowd()
  let placed: Placed | null = null
  let grid: HitGrid | null = null
  let drawn: number[] = []
  let sprites: Sprites | null = null
  let drawnWith: { ink: View['ink']; dpr: number } | null = null

  function paint(view: View) {
    if (!sprites || drawnWith?.ink !== view.ink || drawnWith.dpr !== view.dpr) {
      sprites = makeSprites(view.ink, view.dpr, scale)
      drawnWith = { ink: view.ink, dpr: view.dpr }
      forgetWidths()
    }
    placed = place(carriers, view)
    grid = null
    const size = sizeAt(view.zoom, placed.count)
    const taken = takenIn?.(view) ?? makeOccupancy(view.width, view.height, 6)
    paintCarriers(view, carriers, placed, sprites, size, scale, taken, crowd)
    above?.(view, taken)
    paintWords(view, carriers, placed, size, scale, taken)
  }

  /** Counts cannot be clicked: where they are drawn only the special ones are there to hit. */
  function gridOfDrawn(view: View, { count, no, x, y }: Placed): HitGrid {
    const heaps = sizeAt(view.zoom, count) === 'heaps'
    const shown: number[] = []
    for (let i = 0; i < count; i++)
      if (!heaps || isSpecial(carriers.flags[no[i] as number] as number)) shown.push(i)
    drawn = shown.map((i) => no[i] as number)
    const of = (column: Float32Array) => Float32Array.from(shown, (i) => column[i] as number)
    return makeHitGrid(of(x), of(y), shown.length, view.width, view.height)
  }

  const layer = createCanvasLayer(map, pane, paint)
  const ages = setInterval(layer.changed, 1000)

  return {
    changed: layer.changed,
    hit(point) {
      const view = layer.view()
      if (!view || !placed) return null
      const { x, y } = layer.toCanvas(point)
      if (!grid) grid = gridOfDrawn(view, placed)
      const found = nearest(grid, x, y, reach * scale)
      return found < 0 ? null : (drawn[found] as number)
    },
    remove() {
      clearInterval(ages)
      layer.remove()
    },
  }
}
