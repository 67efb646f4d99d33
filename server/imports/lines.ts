import type { LatLng } from '../../shared/geo/lat-lng.ts'
import { simplified } from '../../shared/geo/simplify.ts'

/** A road or stream as the file has it. */
export interface FoundLine {
  name: string
  points: LatLng[]
}

export interface ImportedLine {
  name: string
  path: LatLng[]
}

/** Metres by which a simplified line may stray: less than a path is wide on a map of the field. */
const stray = 3
const mostPoints = 300

/** The lines that can be kept, each simplified until it has few enough points; what is nowhere on earth is left out. */
export function keptLines(found: readonly FoundLine[], plain: (name: string) => string): ImportedLine[] {
  return found.flatMap(({ name, points }) => {
    const there = points.every(({ lat, lng }) => Math.abs(lat) <= 90 && Math.abs(lng) <= 180)
    if (!there || points.length < 2) return []
    let path = points
    for (let metres = stray; path.length > mostPoints || metres === stray; metres *= 2)
      path = simplified(points, metres)
    return path.length < 2 ? [] : [{ name: plain(name), path }]
  })
}
