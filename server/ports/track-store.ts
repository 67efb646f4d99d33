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
  append(carrier: Id, point: TrackPoint): void
  /** In order of time; a point of the same carrier and time stands once. */
  read(carrier: Id, from: Millis, to: Millis): Promise<TrackPoint[]>
  /** Deletes what is older; returns how many points went. */
  forget(before: Millis): Promise<number>
  flush(): Promise<void>
  close(): Promise<void>
}
