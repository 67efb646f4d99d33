import { ageingFor } from '../../shared/positions/age.ts'
import type { Carriers } from './carriers.ts'
import { flagLost, kindNone } from './carriers.ts'
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
}

interface Window {
  scale: number
  left: number
  top: number
  width: number
  height: number
}

/** Mercator places of a table's slots, computed again only for slots that moved. */
export function makePlacer() {
  let lat = new Float64Array(0)
  let lng = new Float64Array(0)
  let x = new Float64Array(0)
  let y = new Float64Array(0)
  let placed: Placed = emptyPlaced(0)

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

  return function place(of: Carriers, window: Window, margin = 24): Placed {
    const { table, kind, flags } = of
    if (table.lat.length > lat.length) grow(table.lat.length)
    const now = of.now()
    const { scale, left, top } = window
    const right = window.width + margin
    const bottom = window.height + margin
    const size = Math.min(table.size, kind.length)
    placed.count = 0
    for (let no = 0; no < size; no++) {
      placed.at[no] = -1
      if (kind[no] === kindNone || table.at[no] === 0) continue
      if (table.lat[no] !== lat[no] || table.lng[no] !== lng[no]) {
        lat[no] = table.lat[no] as number
        lng[no] = table.lng[no] as number
        x[no] = worldX(lng[no] as number)
        y[no] = worldY(lat[no] as number)
      }
      const px = (x[no] as number) * scale - left
      const py = (y[no] as number) * scale - top
      if (px < -margin || py < -margin || px > right || py > bottom) continue
      const age = now - (table.at[no] as number)
      const i = placed.count++
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
  }
}
