import type { FrozenMinute } from '../../shared/force-reports/minute.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'

export interface Drawing {
  width: number
  height: number
  /** Points in pixels, one list per carrier in the minute's order. */
  paths: { x: number; y: number }[][]
  /** The order's perimeter as an SVG path; empty when there was no order. */
  perimeter: string
  /** A bar of this many metres is so many pixels long. */
  scale: { metres: number; pixels: number }
}

const margin = 28
const metresPerDegree = 111_195
/** Smallest side of what is shown, metres: a group that stands still is no dot. */
const least = 40
const bars = [5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000]

/** The tracks fitted into a picture, north up; null when nothing was positioned. */
export function drawMinute({ carriers, order }: FrozenMinute, width: number, height: number): Drawing | null {
  const points: LatLng[] = carriers.flatMap(({ points }) => points)
  if (points.length === 0) return null
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  const centre = {
    lat: middle(points.map(({ lat }) => lat)),
    lng: middle(points.map(({ lng }) => lng)),
  }
  const shrink = Math.cos((centre.lat * Math.PI) / 180)
  const metres = ({ lat, lng }: LatLng) => ({
    east: (lng - centre.lng) * metresPerDegree * shrink,
    north: (lat - centre.lat) * metresPerDegree,
  })
  const flat = points.map(metres)
  const reach = (values: number[]) => Math.max(least, 2 * Math.max(...values.map(Math.abs)))
  const perMetre = Math.min(
    (width - 2 * margin) / reach(flat.map(({ east }) => east)),
    (height - 2 * margin) / reach(flat.map(({ north }) => north)),
  )
  const pixel = (at: LatLng) => {
    const { east, north } = metres(at)
    return { x: round(width / 2 + east * perMetre), y: round(height / 2 - north * perMetre) }
  }
  const ring = order?.perimeter.map(pixel) ?? []
  const bar = bars.findLast((one) => one * perMetre <= width / 4) ?? 5
  return {
    ...{ width, height },
    paths: carriers.map((carrier) => carrier.points.map(pixel)),
    perimeter: ring.length > 0 ? `M${ring.map(({ x, y }) => `${x} ${y}`).join('L')}Z` : '',
    scale: { metres: bar, pixels: round(bar * perMetre) },
  }
}

const round = (value: number) => Math.round(value * 10) / 10
