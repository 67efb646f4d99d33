import type { Viewer } from '../../shared/auth/viewer.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import type { Carrier } from '../../shared/shifts/events.ts'
import type { FixesAnswer } from '../../shared/wire/fixes.ts'
import type { View } from '../../shared/wire/view.ts'

export interface Located {
  at: LatLng
  fixAt: Millis
  accuracy: number
  /** metres per second, NaN = unknown */
  speed: number
}

/** One connection that gets frames. Several with the same `audience` and view share one encoding. */
export interface FrameSink {
  audience: string
  viewer: Viewer
  view: View
  /** False while the connection still has an unsent frame: then this tick is skipped and a keyframe follows. */
  writable(): boolean
  send(bytes: Uint8Array): void
}

/** The positions lane: hot table, tracks, watchers and frames. Nothing of it goes through the log but alarms. */
export interface Positions {
  /** Fixes of one device, clock-corrected by the caller. Off duty they are dropped here, before any store. */
  report(carrier: Carrier, fixes: Fix[], device: { id: Id; interval: number }): FixesAnswer
  latest(carrier: Carrier): Located | null
  /** Adds a connection; the returned function removes it. `sink.view` may be changed at any time. */
  connect(sink: FrameSink): () => void
  /** Milliseconds since the least lately heard of the other nodes told its fixes; null without another node. */
  relayAge(): number | null
  stop(): void
}
