import { type Box, boxOf } from './box.ts'
import { HEAD, makeCellLists } from './cell-lists.ts'
import { compileGeofence, type Geofence } from './geofence.ts'
import type { Ring } from './lat-lng.ts'
import { cornersOf, slack } from './ring-edges.ts'
import { EDGE, type Frame, holdsInCell, rasterOf } from './ring-raster.ts'
import { makeRooms } from './rooms.ts'
import { makeTileTable, type TileTable } from './tile-table.ts'

/** Many rings in one raster, asked which of them hold a point. */
export interface FenceMap<Id> {
  readonly count: number
  /** Adds a valid ring (see `makeRing`), or puts it in the place of the one with this id. It must not change afterwards. */
  put(id: Id, ring: Ring): void
  remove(id: Id): void
  fence(id: Id): Geofence | undefined
  /** Who holds the point, the border included. Makes nothing: the answer is written over by the next. */
  at(lat: number, lng: number): Hits<Id>
}

export interface Hits<Id> {
  count: number
  /** Only the first `count` are of the answer. */
  ids: Id[]
}

/** Degrees (27 m) of the finest cells; those of each further level are four times as wide, so that a city has one or two. */
const FINEST = 2 ** -12
/** A ring goes into the level in which it is at most so many cells wide and high. */
const MOST_CELLS = 62
/** Cells to a side of a tile, a power of two. */
const TILE_BITS = 6
const SIDE = 1 << TILE_BITS
const TILE = SIDE * SIDE
/** More than the tiles of a parallel. */
const TILES = 2 ** 16

interface Level {
  size: number
  perDegree: number
  /** Of each cell where its list is; one more number counts the cells with a list. */
  tiles: TileTable
  rings: number
}

interface Held {
  ring: Ring
  span: Span
  /** Where its corners are, and room for how many numbers. */
  corners: number
  room: number
  fence: Geofence | undefined
}

/**
 * A cell lists the rings over it, each as its slot × 4 and the kind of the cell in its raster; where the border may pass
 * follow how many edges may, and which of all edges these are, for the ring's answer is told from them. Putting and
 * removing touch only the cells under the ring.
 */
export function makeFenceMap<Id>(): FenceMap<Id> {
  const levels: Level[] = []
  const lists = makeCellLists()
  const slots = new Map<Id, number>()
  const free: number[] = []
  const held: (Held | undefined)[] = []
  const ids: Id[] = []
  /** Of all rings, as of `cornersOf`. */
  let corners = new Float64Array(1024)
  const rooms = makeRooms()
  const hits: Hits<Id> = { count: 0, ids: [] }

  function levelOf({ size }: Span): Level {
    const known = levels.find((level) => level.size === size)
    if (known) return known
    const level = { size, perDegree: 1 / size, tiles: makeTileTable(TILE + 1), rings: 0 }
    levels.push(level)
    return level
  }

  function keep(own: Float64Array, ring: Ring, span: Span): Held {
    const room = 2 ** Math.ceil(Math.log2(own.length))
    const at = rooms.take(room)
    if (rooms.end > corners.length) {
      const grown = new Float64Array(2 * rooms.end)
      grown.set(corners)
      corners = grown
    }
    corners.set(own, at)
    return { ring, span, corners: at, room, fence: undefined }
  }

  function drop({ tiles }: Level, row: number, column: number, slot: number): void {
    const key = tileKey(row, column)
    const tile = tiles.tileAt(key)
    const at = tile + cellIn(row, column)
    if (tile < 0 || tiles.cells[at] === 0) return
    const offset = tiles.cells[at] as number
    const { pool } = lists
    const end = offset + HEAD + (pool[offset] as number)
    for (let i = offset + HEAD; i < end; ) {
      const numbers = (pool[i] as number) & EDGE ? 2 + (pool[i + 1] as number) : 1
      if ((pool[i] as number) >> 2 === slot) {
        tiles.cells[at] = lists.cut(offset, i, numbers)
        break
      }
      i += numbers
    }
    if (tiles.cells[at] !== 0) return
    tiles.cells[tile + TILE] = (tiles.cells[tile + TILE] as number) - 1
    if (tiles.cells[tile + TILE] === 0) tiles.drop(key)
  }

  function remove(id: Id): void {
    const slot = slots.get(id)
    if (slot === undefined) return
    const { span, corners: at, room } = held[slot] as Held
    const level = levelOf(span)
    for (let row = span.south; row < span.south + span.rows; row++)
      for (let column = span.west; column < span.west + span.columns; column++) drop(level, row, column, slot)
    if (--level.rings === 0) levels.splice(levels.indexOf(level), 1)
    rooms.release(at, room)
    slots.delete(id)
    held[slot] = undefined
    free.push(slot)
  }

  return {
    get count() {
      return slots.size
    },
    put(id, ring) {
      remove(id)
      const slot = free.pop() ?? held.length
      const span = spanOf(boxOf(ring))
      const own = cornersOf(ring)
      const kept = keep(own, ring, span)
      slots.set(id, slot)
      held[slot] = kept
      ids[slot] = id
      const { tiles } = levelOf(span)
      levelOf(span).rings++
      const { kinds, starts, edges } = rasterOf(own, frameOf(span))
      for (let cell = 0; cell < kinds.length; cell++) {
        const kind = kinds[cell] as number
        if (kind === 0) continue
        const row = span.south + Math.floor(cell / span.columns)
        const column = span.west + (cell % span.columns)
        const tile = tiles.makeTile(tileKey(row, column))
        const at = tile + cellIn(row, column)
        if (tiles.cells[at] === 0) tiles.cells[tile + TILE] = (tiles.cells[tile + TILE] as number) + 1
        let list = lists.add(tiles.cells[at] as number, 4 * slot + kind)
        if (kind & EDGE) {
          const [from, to] = [starts[cell] as number, starts[cell + 1] as number]
          list = lists.add(list, to - from)
          for (let i = from; i < to; i++) list = lists.add(list, kept.corners / 2 + (edges[i] as number))
        }
        tiles.cells[at] = list
      }
    },
    remove,
    fence(id) {
      const its = held[slots.get(id) ?? -1]
      if (its) its.fence ??= compileGeofence(its.ring)
      return its?.fence
    },
    at(lat, lng) {
      const { pool } = lists
      const found = hits.ids
      let count = 0
      for (let n = 0; n < levels.length; n++) {
        const level = levels[n] as Level
        const row = ((lat + 90) * level.perDegree) | 0
        const column = ((lng + 180) * level.perDegree) | 0
        const tile = level.tiles.tileAt(tileKey(row, column))
        if (tile < 0) continue
        const offset = level.tiles.cells[tile + cellIn(row, column)] as number
        if (offset === 0) continue
        const east = (column + 1) * level.size - 180
        const end = offset + HEAD + (pool[offset] as number)
        for (let i = offset + HEAD; i < end; ) {
          const entry = pool[i++] as number
          if (entry & EDGE) {
            const from = i + 1
            i = from + (pool[i] as number)
            if (!holdsInCell(corners, pool, from, i, entry, east, lat, lng)) continue
          }
          found[count++] = ids[entry >> 2] as Id
        }
      }
      hits.count = count
      return hits
    },
  }
}

const tileKey = (row: number, column: number) => (row >> TILE_BITS) * TILES + (column >> TILE_BITS)
const cellIn = (row: number, column: number) => ((row & (SIDE - 1)) << TILE_BITS) | (column & (SIDE - 1))

/** The cells under a ring's box, border included. */
interface Span {
  size: number
  south: number
  west: number
  rows: number
  columns: number
}

function spanOf({ south, north, west, east }: Box): Span {
  const more = slack(south, north)
  const wide = Math.max(north - south + 2 * more.lat, east - west + 2 * more.lng) / MOST_CELLS
  const size = FINEST * 4 ** Math.max(0, Math.ceil(Math.log2(wide / FINEST) / 2))
  const cell = (degrees: number) => Math.max(0, Math.floor(degrees / size))
  const first = { south: cell(south - more.lat + 90), west: cell(west - more.lng + 180) }
  return {
    size,
    ...first,
    rows: cell(north + more.lat + 90) + 1 - first.south,
    columns: cell(east + more.lng + 180) + 1 - first.west,
  }
}

const frameOf = ({ size, south, west, rows, columns }: Span): Frame => ({
  ...{ south: south * size - 90, west: west * size - 180, rows, columns },
  ...{ latStep: size, lngStep: size },
})
