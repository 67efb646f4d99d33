import type { Millis } from '../kernel/ids.ts'

/**
 * Positions of one tick as bytes, for a dashboard's view or for another node.
 *
 *   version u8 · flags u8 · step u8 · tick u32 · time f64 (little endian)
 *   with DELTA: ticks since the frame before it, varint · known varint · stood varint
 *   whole varint · removed varint
 *   columns of the known, then of the whole (column.ts), each in order of `no`:
 *     gap to the no before, lat, lng, age, accuracy, heading, speed
 *   columns of those who stood: gap, age
 *   column of the removed: gap to the no before
 *
 * The whole stand alone. The known are what the reader holds already: all but gap and age are differences to the frame
 * before it, zigzag. Who stood has nothing new but the time. A reader that does not stand at that frame refuses, and has
 * to ask for a keyframe. Accuracy, heading and speed only with `detail`. A column of nobody is absent.
 */
export interface FrameHeader {
  /** Counts up by one per tick. */
  tick: number
  /** The sender's clock; the time of a fix is this less its age. */
  at: Millis
  /** The table is to hold exactly what this frame holds. */
  keyframe: boolean
  /** Coordinates are rounded to a grid of 1e-5° × 2^step: 0 for a metre, `stepAt(zoom)` for a view. */
  step: number
  /** Whether accuracy, heading and speed are in it; without, they are unknown at the other end. */
  detail: boolean
}

export interface Frame extends FrameHeader {
  /** In ascending order; without those that were passed over. */
  changed: Uint32Array
  removed: Uint32Array
}

export const VERSION = 2
export const KEYFRAME = 1
export const DETAIL = 2
export const DELTA = 4
export const FIXED_BYTES = 15
export const COARSEST_STEP = 20

/** No frame carries a higher one, so that a broken frame cannot make a table grow beyond this. */
export const highestNo = 2 ** 20 - 1

/** A metre's grid, counted from the south pole and the 180th meridian so that no count is negative. */
const PER_DEGREE = 100_000

/** How one of two coordinates is counted on the grid of a step. */
interface Scale {
  /** Counts per degree. */
  per: number
  /** Of 0°, and a half to round by. */
  zero: number
  most: number
  grid: number
  turn: number
}

function scaleOf(degrees: number, step: number): Scale {
  const turn = degrees * PER_DEGREE
  const grid = 2 ** step
  return { per: PER_DEGREE / grid, zero: turn / grid + 0.5, most: Math.floor((2 * turn) / grid), grid, turn }
}
export const latScale = (step: number) => scaleOf(90, step)
export const lngScale = (step: number) => scaleOf(180, step)

/** Accuracy in metres, heading in steps of 6°, speed in half metres per second. All are one more: 0 = unknown. */
const WORST_ACCURACY = 65_535
const HEADING_STEP = 6
const TURN = 360 / HEADING_STEP
const SPEED_STEP = 0.5
const FASTEST = 200

/** The coarsest step whose rounding (half a grid) is under half a pixel of web Mercator, up to 55° of latitude. */
export const stepAt = (zoom: number): number => Math.max(0, Math.floor(16 - zoom))

export const zigzag = (difference: number) => (difference << 1) ^ (difference >> 31)
export const unzigzag = (value: number) => (value >>> 1) ^ -(value & 1)

/** What a reader is told of a number, as a small count: 0 = unknown. In the hot loops, so without calls and divisions. */
export const accuracyCount = (metres: number) =>
  metres >= 0 ? 1 + Math.ceil(Math.min(WORST_ACCURACY, metres)) : 0
export const headingCount = (degrees: number) =>
  degrees >= 0 ? 1 + (((degrees / HEADING_STEP + 0.5) | 0) % TURN) : 0
export const speedCount = (speed: number) =>
  speed >= 0 ? 1 + ((Math.min(FASTEST, speed) / SPEED_STEP + 0.5) | 0) : 0
export const ageCount = (at: Millis, fixAt: Millis) => Math.max(0, Math.ceil((at - fixAt) / 1000))
export const placeCount = (degrees: number, { per, zero, most }: Scale) =>
  Math.min(most, (degrees * per + zero) | 0)
export const accuracyOf = (count: number) => (count > 0 ? count - 1 : Number.NaN)
export const headingOf = (count: number) => (count > 0 ? (count - 1) * HEADING_STEP : Number.NaN)
export const speedOf = (count: number) => (count > 0 ? (count - 1) * SPEED_STEP : Number.NaN)
export const placeOf = (count: number, { grid, turn }: Scale) => (count * grid - turn) / PER_DEGREE
