import type L from 'leaflet'
import { createCanvasLayer } from './canvas-layer.ts'
import type { Carriers } from './carriers.ts'
import { makeCrowd } from './crowd.ts'
import { encloses } from './encloses.ts'
import type { HitGrid } from './hit-grid.ts'
import { makeHitGrid, nearest } from './hit-grid.ts'
import type { Occupancy } from './occupancy.ts'
import { makeOccupancy } from './occupancy.ts'
import type { Size } from './paint-carriers.ts'
import { paintCarriers, sizeAt } from './paint-carriers.ts'
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
  /** All carriers drawn, or counted, inside a line of the container's points. */
  inside(ring: readonly L.Point[]): number[]
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
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  let placed: Placed | null = null
  let placedIn: View | null = null
  let size: Size = 'full'
  let grid: HitGrid | null = null
  let drawn: number[] = []
  let sprites: Sprites | null = null
  let drawnWith: { ink: View['ink']; dpr: number } | null = null
  let later: ReturnType<typeof setTimeout> | undefined

  function prepare(view: View) {
    if (!sprites || drawnWith?.ink !== view.ink || drawnWith.dpr !== view.dpr) {
      sprites = makeSprites(view.ink, view.dpr, scale)
      drawnWith = { ink: view.ink, dpr: view.dpr }
      forgetWidths()
    }
    const single = placed !== null && (size === 'full' || size === 'dots')
    placed = place(carriers, view, single && !still.matches ? performance.now() : null)
    placedIn = view
    grid = null
    size = sizeAt(view.zoom, placed.count)
    return size === 'crowd' ? crowd.begin(view, carriers, placed, sprites) : null
  }

  function paint(view: View) {
    if (!placed || !sprites) return
    const taken = takenIn?.(view) ?? makeOccupancy(view.width, view.height, 6)
    paintCarriers(view, carriers, placed, sprites, size, scale, taken, crowd)
    above?.(view, taken)
    paintWords(view, carriers, placed, size, scale, taken)
    if (placed.gliding > 0) goOn(placed.count)
  }

  /** The more there are, the fewer pictures a second: motion takes the same small share of the page's time. */
  function goOn(count: number) {
    clearTimeout(later)
    later = setTimeout(layer.changed, 20 + count / 10)
  }

  /** Counts cannot be clicked: where they are drawn only the special ones are there to hit. */
  function gridOfDrawn({ width, height }: View, { count, special, no, x, y }: Placed): HitGrid {
    const shown = size === 'heaps' ? special : Array.from({ length: count }, (_, i) => i)
    drawn = shown.map((i) => no[i] as number)
    const of = (column: Float32Array) => Float32Array.from(shown, (i) => column[i] as number)
    return makeHitGrid(of(x), of(y), shown.length, width, height)
  }

  const layer = createCanvasLayer(map, pane, paint, prepare)
  const ages = setInterval(layer.changed, 1000)

  return {
    changed: layer.changed,
    hit(point) {
      if (!placedIn || !placed) return null
      const { x, y } = layer.toCanvas(point, placedIn)
      if (!grid) grid = gridOfDrawn(placedIn, placed)
      const found = nearest(grid, x, y, reach * scale)
      return found < 0 ? null : (drawn[found] as number)
    },
    inside(ring) {
      if (!placedIn || !placed) return []
      const around = ring.map((point) => layer.toCanvas(point, placedIn as View))
      const found: number[] = []
      for (let i = 0; i < placed.count; i++)
        if (encloses(around, placed.x[i] as number, placed.y[i] as number)) found.push(placed.no[i] as number)
      return found
    },
    remove() {
      clearInterval(ages)
      clearTimeout(later)
      crowd.remove()
      layer.remove()
    },
  }
}
