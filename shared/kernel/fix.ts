import type { Millis } from './ids.ts'

/** One position report of one device, whatever it came through (phone, OwnTracks, OsmAnd). Degrees, metres, m/s. */
export interface Fix {
  at: Millis
  lat: number
  lng: number
  /** Metres (68 %). */
  accuracy: number
  /** Absent or NaN: unknown. */
  heading?: number
  speed?: number
}
