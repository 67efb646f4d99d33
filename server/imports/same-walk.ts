interface Stored {
  at: number
  lat: number
  lng: number
}

/** Another program's file of a walk rounds its degrees to five digits and its times to a second. */
const near = { degrees: 1.2e-5, millis: 1_000 }

/**
 * Whether a track is a walk that is known already: at least half of its points are there at the same times, whatever the
 * rounding, or nearly all of them at any time (a file whose times were shifted). Two people side by side stay two.
 */
export function sameWalk(points: readonly Stored[], known: readonly Stored[]): boolean {
  const byTime = known.toSorted((a, b) => a.at - b.at)
  let first = 0
  const together = points.filter(({ at, lat, lng }) => {
    while (first < byTime.length && (byTime[first] as Stored).at < at - near.millis) first++
    for (let i = first; i < byTime.length && (byTime[i] as Stored).at <= at + near.millis; i++) {
      const other = byTime[i] as Stored
      if (Math.abs(other.lat - lat) <= near.degrees && Math.abs(other.lng - lng) <= near.degrees) return true
    }
    return false
  })
  if (together.length * 2 >= points.length) return true
  const name = ({ lat, lng }: Stored) => `${lat.toFixed(6)} ${lng.toFixed(6)}`
  const places = new Set(known.map(name))
  return points.filter((point) => places.has(name(point))).length >= 0.9 * points.length
}
