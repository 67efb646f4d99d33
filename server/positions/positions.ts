import type { Viewer } from '../../shared/auth/viewer.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import type { Millis } from '../../shared/kernel/ids.ts'
import type { LiveTable } from '../../shared/positions/live-table.ts'
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

/** How the teller's clock and pace are: milliseconds to add to its times, and seconds between its fixes of one carrier. */
export interface Told {
  offset: Millis
  interval: number
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
  /** Fixes of one device. Off duty they are dropped here, before any store. */
  report(carrier: Carrier, fixes: readonly Fix[], told: Told): FixesAnswer
  /** One fix each of many carriers: the slots `nos` of a table. Of whom the teller does not cover nothing is taken. */
  reportMany(
    from: LiveTable,
    nos: ArrayLike<number>,
    told: Told,
    covers: (no: number) => boolean,
  ): FixesAnswer
  latest(carrier: Carrier): Located | null
  /** Adds a connection; the returned function removes it. `sink.view` may be changed at any time. */
  connect(sink: FrameSink): () => void
  /** Milliseconds since the least lately heard of the other nodes told its fixes; null without another node. */
  relayAge(): number | null
  stop(): void
}
