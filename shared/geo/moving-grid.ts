import type { Box } from './box.ts'
import { EARTH_RADIUS, RADIANS } from './distance.ts'

/**
 * An index of moving points, each known by a small whole number `no`. Everything is changed in place: a move inside one
 * cell costs a few writes, so tens of millions a second. Points outside the box are kept in its outermost cells and are
 * found all the same.
 */
export interface MovingGrid {
  readonly count: number
  /** Adds the point, or moves it when it is there. Throws a RangeError on coordinates that are not numbers. */
  put(no: number, lat: number, lng: number): void
  remove(no: number): void
  has(no: number): boolean
  /** The nearest `k` by great circle that `accept` allows: nearest first, the smaller `no` first when equally far. */
  nearest(lat: number, lng: number, k: number, accept?: (no: number) => boolean): number[]
}

const NONE = -1
const ABSENT = -1

/** `cellMetres`: a cell should hold a handful of points; a grid has at most four million cells. */
export function makeMovingGrid(box: Box, cellMetres: number, capacity = 1024): MovingGrid {
  const latStep = cellMetres / (EARTH_RADIUS * RADIANS)
  const middle = ((box.south + box.north) / 2) * RADIANS
  const lngStep = latStep / Math.cos(middle)
  const rows = Math.max(1, Math.ceil((box.north - box.south) / latStep))
  const columns = Math.max(1, Math.ceil((box.east - box.west) / lngStep))
  if (!(rows * columns <= 4_000_000)) throw new RangeError(`a grid of ${rows} × ${columns} cells is too fine`)
  const first = new Int32Array(rows * columns).fill(NONE)
  let next = new Int32Array(capacity)
  let previous = new Int32Array(capacity)
  let cell = new Int32Array(capacity).fill(ABSENT)
  /**
   * Unit vectors, for the chord orders points as the great circle does. Most moves are overtaken before anybody asks for
   * the nearest, so until then it is latitude, longitude and NaN.
   */
  let xyz = new Float64Array(3 * capacity)
  let count = 0

  const perLat = 1 / latStep
  const perLng = 1 / lngStep
  const rowOf = (lat: number) => clamp((lat - box.south) * perLat, rows - 1)
  const columnOf = (lng: number) => clamp((lng - box.west) * perLng, columns - 1)

  function grow(no: number): void {
    const size = 2 ** Math.ceil(Math.log2(no + 1))
    next = extend(next, size, 0)
    previous = extend(previous, size, 0)
    cell = extend(cell, size, ABSENT)
    const grown = new Float64Array(3 * size)
    grown.set(xyz)
    xyz = grown
  }

  function unlink(no: number): void {
    const before = previous[no] as number
    const after = next[no] as number
    if (before === NONE) first[cell[no] as number] = after
    else next[before] = after
    if (after !== NONE) previous[after] = before
  }

  function link(no: number, to: number): void {
    const head = first[to] as number
    next[no] = head
    previous[no] = NONE
    if (head !== NONE) previous[head] = no
    first[to] = no
    cell[no] = to
  }

  function makeVector(no: number): void {
    const lat = (xyz[3 * no] as number) * RADIANS
    const lng = (xyz[3 * no + 1] as number) * RADIANS
    const cosLat = Math.cos(lat)
    xyz[3 * no] = cosLat * Math.cos(lng)
    xyz[3 * no + 1] = cosLat * Math.sin(lng)
    xyz[3 * no + 2] = Math.sin(lat)
  }

  function has(no: number): boolean {
    return no < cell.length && cell[no] !== ABSENT
  }

  return {
    get count() {
      return count
    },
    has,
    put(no, lat, lng) {
      if (!Number.isFinite(lat) || !Number.isFinite(lng)) throw new RangeError(`no place: ${lat}, ${lng}`)
      if (no >= cell.length) grow(no)
      const to = rowOf(lat) * columns + columnOf(lng)
      const was = cell[no] as number
      if (was !== to) {
        if (was === ABSENT) count++
        else unlink(no)
        link(no, to)
      }
      xyz[3 * no] = lat
      xyz[3 * no + 1] = lng
      xyz[3 * no + 2] = Number.NaN
    },
    remove(no) {
      if (!has(no)) return
      unlink(no)
      cell[no] = ABSENT
      count--
    },
    nearest(lat, lng, k, accept) {
      const found: number[] = []
      const chords: number[] = []
      if (k <= 0 || count === 0) return found
      const cosLat = Math.cos(lat * RADIANS)
      const x = cosLat * Math.cos(lng * RADIANS)
      const y = cosLat * Math.sin(lng * RADIANS)
      const z = Math.sin(lat * RADIANS)
      let seen = 0

      function visit(at: number): void {
        for (let no = first[at] as number; no !== NONE; no = next[no] as number) {
          seen++
          if (Number.isNaN(xyz[3 * no + 2])) makeVector(no)
          const dx = (xyz[3 * no] as number) - x
          const dy = (xyz[3 * no + 1] as number) - y
          const dz = (xyz[3 * no + 2] as number) - z
          const chord = dx * dx + dy * dy + dz * dz
          let slot = found.length
          if (slot === k && chord > (chords[k - 1] as number)) continue
          if (accept && !accept(no)) continue
          // Insertion from the end: k is small, and a cell's order is chance, so ties are settled by number here.
          while (slot > 0) {
            const above = chords[slot - 1] as number
            if (above < chord || (above === chord && (found[slot - 1] as number) < no)) break
            slot--
          }
          if (slot === k) continue
          found.splice(slot, 0, no)
          chords.splice(slot, 0, chord)
          if (found.length > k) {
            found.pop()
            chords.pop()
          }
        }
      }

      const row = rowOf(lat)
      const column = columnOf(lng)
      for (let ring = 0; seen < count; ring++) {
        const south = row - ring
        const north = row + ring
        const west = column - ring
        const east = column + ring
        for (let r = Math.max(0, south); r <= Math.min(rows - 1, north); r++) {
          const step = r === south || r === north ? 1 : Math.max(1, east - west)
          for (let c = west; c <= east; c += step) if (c >= 0 && c < columns) visit(r * columns + c)
        }
        if (found.length < k) continue
        // What is not seen yet lies beyond one of the block's sides (where the grid ends, nothing does).
        const beyond = Math.min(
          south > 0 ? chordToParallel(lat, box.south + south * latStep) : Infinity,
          north < rows - 1 ? chordToParallel(lat, box.south + (north + 1) * latStep) : Infinity,
          west > 0 ? chordToMeridian(cosLat, lng, box.west + west * lngStep) : Infinity,
          east < columns - 1 ? chordToMeridian(cosLat, lng, box.west + (east + 1) * lngStep) : Infinity,
        )
        if (beyond > (chords[k - 1] as number)) break
      }
      return found
    },
  }
}

/** Squared chords on the unit sphere to the nearest point of a parallel and of a meridian. */
function chordToParallel(lat: number, parallel: number): number {
  return squaredChord(Math.abs(lat - parallel) * RADIANS)
}

function chordToMeridian(cosLat: number, lng: number, meridian: number): number {
  return squaredChord(
    Math.asin(Math.min(1, cosLat * Math.sin(Math.min(90, Math.abs(lng - meridian)) * RADIANS))),
  )
}

function squaredChord(angle: number): number {
  return (2 * Math.sin(angle / 2)) ** 2
}

/** A whole number from 0 to `most`. */
function clamp(value: number, most: number): number {
  return value >= most ? most : value > 0 ? value | 0 : 0
}

function extend(old: Int32Array<ArrayBuffer>, size: number, fill: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(size).fill(fill)
  grown.set(old)
  return grown
}
