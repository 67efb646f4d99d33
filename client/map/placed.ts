import { ageingFor } from '../../shared/positions/age.ts'
import type { Carriers } from './carriers.ts'
import { flagLost, isSpecial, kindNone } from './carriers.ts'
import { worldX, worldY } from './mercator.ts'
import { dialSteps, lostStep } from './sprites.ts'

/** The carriers inside the canvas at the last painting, in the order of their numbers. */
export interface Placed {
  count: number
  no: Uint32Array
  /** Where the symbol stands, canvas pixels; a fanned one beside its true place. */
  x: Float32Array
  y: Float32Array
  /** Step of the age dial, 0 = empty, `lostStep` = lost. */
  step: Uint8Array
  /** Index by carrier's number; -1 = not in view. */
  at: Int32Array
  /** Indices of the special ones. */
  special: number[]
  /** How many of these are on their way between two fixes: another painting brings them on. */
  gliding: number
}

/** Milliseconds in which a symbol goes from its last place to the new one: a tick, so that it has come by the next. */
export const glideMs = 250

/** Where a symbol came from, on the Mercator square, and when (`glideAt`). */
interface Glide {
  x: number
  y: number
  began: number
}

/** Pixels beyond the picture's edge where a symbol still shows. */
const margin = 24

interface Window {
  scale: number
  left: number
  top: number
  width: number
  height: number
}

/**
 * Mercator places of a table's slots, computed again only for slots that moved. With `glideAt` (any clock's
 * milliseconds) symbols go from their last place to the new one, for eyes that follow one: between two reported places
 * only, never ahead of the newest, and not for what nobody sees or could follow (under a pixel, over half the picture).
 */
export function makePlacer() {
  let lat = new Float64Array(0)
  let lng = new Float64Array(0)
  let x = new Float64Array(0)
  let y = new Float64Array(0)
  let placed: Placed = emptyPlaced(0)
  const glides = new Map<number, Glide>()

  function grow(capacity: number) {
    const larger = (of: Float64Array) => {
      const next = new Float64Array(capacity).fill(Number.NaN)
      next.set(of)
      return next
    }
    lat = larger(lat)
    lng = larger(lng)
    x = larger(x)
    y = larger(y)
    placed = emptyPlaced(capacity)
  }

  /** Both on the Mercator square; NaN = it was nowhere. */
  function begin(no: number, toX: number, toY: number, at: number, { scale, width, height }: Window) {
    const from = shownAt(no, at)
    const pixels = Math.hypot(toX - from.x, toY - from.y) * scale
    if (pixels >= 1 && pixels <= Math.min(width, height) / 2) glides.set(no, { ...from, began: at })
    else glides.delete(no)
  }

  function shownAt(no: number, at: number): { x: number; y: number } {
    const glide = glides.get(no)
    const [toX, toY] = [x[no] as number, y[no] as number]
    if (!glide) return { x: toX, y: toY }
    const left = Math.max(0, 1 - (at - glide.began) / glideMs) ** 2
    if (left === 0) glides.delete(no)
    return { x: toX + (glide.x - toX) * left, y: toY + (glide.y - toY) * left }
  }

  return function place(of: Carriers, window: Window, glideAt: number | null = null): Placed {
    const { table, kind, flags } = of
    if (table.lat.length > lat.length) grow(table.lat.length)
    if (glideAt === null) glides.clear()
    const now = of.now()
    const { scale, left, top } = window
    const right = window.width + margin
    const bottom = window.height + margin
    const size = Math.min(table.size, kind.length)
    placed.count = 0
    placed.gliding = 0
    placed.special = []
    for (let no = 0; no < size; no++) {
      placed.at[no] = -1
      if (kind[no] === kindNone || table.at[no] === 0) continue
      if (table.lat[no] !== lat[no] || table.lng[no] !== lng[no]) {
        lat[no] = table.lat[no] as number
        lng[no] = table.lng[no] as number
        const toX = worldX(lng[no] as number)
        const toY = worldY(lat[no] as number)
        if (glideAt !== null) begin(no, toX, toY, glideAt, window)
        x[no] = toX
        y[no] = toY
      }
      const on = glideAt !== null && glides.has(no) ? shownAt(no, glideAt) : null
      const px = (on ? on.x : (x[no] as number)) * scale - left
      const py = (on ? on.y : (y[no] as number)) * scale - top
      if (px < -margin || py < -margin || px > right || py > bottom) continue
      const age = now - (table.at[no] as number)
      const i = placed.count++
      if (on && glides.has(no)) placed.gliding++
      if (isSpecial(flags[no] as number)) placed.special.push(i)
      placed.no[i] = no
      placed.x[i] = px
      placed.y[i] = py
      placed.at[no] = i
      if (((flags[no] as number) & flagLost) !== 0) placed.step[i] = lostStep
      else if (age <= ageingFor)
        placed.step[i] = Math.min(dialSteps, Math.ceil((1 - age / ageingFor) * dialSteps))
      else placed.step[i] = age > of.lostAfter(no) ? lostStep : 0
    }
    return placed
  }
}

function emptyPlaced(capacity: number): Placed {
  return {
    count: 0,
    no: new Uint32Array(capacity),
    x: new Float32Array(capacity),
    y: new Float32Array(capacity),
    step: new Uint8Array(capacity),
    at: new Int32Array(capacity).fill(-1),
    special: [],
    gliding: 0,
  }
}
