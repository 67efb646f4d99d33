import type { Id, Millis } from '../../shared/kernel/ids.ts'

/** One fix of a track; degrees, metres, metres per second. */
export interface TrackPoint {
  at: Millis
  lat: number
  lng: number
  accuracy: number
  speed?: number
}

/** Append-only tracks on this node's volume, deleted by retention. Appends are buffered up to a second. */
export interface TrackStore {
  /** Of this volume; outlives the process. */
  name: string
  /**
   * Units as in `TrackPoint`; a speed of NaN is unknown. Kept to a whole millisecond, 1e-7 of a degree (1.1 cm), a
   * centimetre and a centimetre per second.
   */
  append(carrier: Id, at: Millis, lat: number, lng: number, accuracy: number, speed: number): void
  /** In order of time; a point of the same carrier and time stands once. */
  read(carrier: Id, from: Millis, to: Millis): Promise<TrackPoint[]>
  /** How many points are older, and what they were: SHA-256 (hex) over them in order of carrier and time. */
  older(before: Millis): Promise<{ points: number; digest: string }>
  /** Deletes what is older; returns how many points went. */
  forget(before: Millis): Promise<number>
  /** Deletes everything of one carrier. */
  forgetCarrier(carrier: Id): Promise<void>
  flush(): Promise<void>
  close(): Promise<void>
}
