import type { TrackPoint } from '../../ports/track-store.ts'

/** Points as whole numbers, by place: milliseconds, 1e-7 of a degree, centimetres, centimetres per second. */
export interface Points {
  count: number
  at: Float64Array
  lat: Int32Array
  lng: Int32Array
  accuracy: Int32Array
  /** Below 0 = unknown. */
  speed: Int32Array
}

const columns = ['at', 'lat', 'lng', 'accuracy', 'speed'] as const

export function makePoints(room: number): Points {
  return {
    count: 0,
    at: new Float64Array(room),
    lat: new Int32Array(room),
    lng: new Int32Array(room),
    accuracy: new Int32Array(room),
    speed: new Int32Array(room),
  }
}

/** Makes room for `more` points. */
export function ensurePoints(points: Points, more: number): void {
  const needed = points.count + more
  if (needed <= points.at.length) return
  const grown = makePoints(2 * needed)
  for (const column of columns) grown[column].set(points[column])
  Object.assign(points, grown, { count: points.count })
}

/** Puts points behind others. */
export function joinPoints(points: Points, more: Points): void {
  ensurePoints(points, more.count)
  for (const column of columns) points[column].set(more[column].subarray(0, more.count), points.count)
  points.count += more.count
}

export const toDegrees7 = (degrees: number): number => Math.round(degrees * 1e7)
/** Of metres or metres per second; NaN is 0. */
export const toHundredths = (value: number): number =>
  value > 0 ? Math.min(Math.round(value * 100), 2 ** 31 - 2) : 0
export const toSpeed = (speed: number): number => (speed >= 0 ? toHundredths(speed) : -1)

export function pointAt({ at, lat, lng, accuracy, speed }: Points, i: number): TrackPoint {
  const metresPerSecond = speed[i] as number
  return {
    at: at[i] as number,
    lat: (lat[i] as number) / 1e7,
    lng: (lng[i] as number) / 1e7,
    accuracy: (accuracy[i] as number) / 100,
    ...(metresPerSecond < 0 ? {} : { speed: metresPerSecond / 100 }),
  }
}

let unsorted = Uint32Array.from({ length: 1024 }, (_, i) => i)

/**
 * The places of the points in order of time, each time once: of several the one that stands first. Good until the next
 * call.
 */
export function inTime({ at, count }: Points): Uint32Array {
  if (unsorted.length < count) unsorted = Uint32Array.from({ length: 2 * count }, (_, i) => i)
  let i = 1
  while (i < count && (at[i - 1] as number) < (at[i] as number)) i++
  if (i >= count) return unsorted.subarray(0, count)

  const order = unsorted.slice(0, count)
  const time = (place: number) => at[place] as number
  order.sort((a, b) => time(a) - time(b) || a - b)
  let kept = 0
  for (const place of order)
    if (kept === 0 || time(order[kept - 1] as number) !== time(place)) order[kept++] = place
  return order.subarray(0, kept)
}
