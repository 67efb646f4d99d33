import type { LatLng } from '../../../shared/geo/lat-lng.ts'
import { planeAt, toLatLng } from '../../../shared/geo/plane.ts'

const almaty = { lat: 43.2389, lng: 76.8897 }
export const plane = planeAt(almaty)

/** Points given in metres east and north of the middle of Almaty. */
export const points = (...metres: [number, number][]): LatLng[] =>
  metres.map(([x, y]) => toLatLng(plane, { x, y }))

export const square = points([0, 0], [100, 0], [100, 100], [0, 100])
/** A U open to the north: the notch between x 40 and 60 goes down to y 20. */
export const notched = points(
  [0, 0],
  [100, 0],
  [100, 100],
  [60, 100],
  [60, 20],
  [40, 20],
  [40, 100],
  [0, 100],
)
