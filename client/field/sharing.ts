import type { Fix } from '../../shared/kernel/fix.ts'
import { now } from '../ui/clock.ts'
import { type FixBuffer, fixInterval } from './fix-buffer.ts'

/** `searching`: allowed and no fix yet. `failing`: the phone says that it cannot tell where it is. */
export type SharingState = 'off' | 'insecure' | 'missing' | 'denied' | 'searching' | 'failing' | 'on'

export interface Sharing {
  /** Follows the phone and fills the buffer, until stopped. */
  start(): void
  stop(): void
  state(): SharingState
  /** The phone's own newest fix by the server's clock; null before the first and after the stop. */
  own(): Fix | null
  /** A fix now, for a call for help: also when nothing is shared. Null when there is none within `ms`. */
  once(ms: number): Promise<Fix | null>
  onChange(listener: () => void): () => void
}

/** Milliseconds without a fix after which the phone is asked for one. */
const stillFor = 15_000

/** Geolocation works only on a secure origin (https, or localhost). */
export function makeSharing(
  buffer: FixBuffer,
  secure = window.isSecureContext,
  geolocation: Geolocation | undefined = navigator.geolocation,
): Sharing {
  let state: SharingState = 'off'
  let own: Fix | null = null
  let watch: number | undefined
  let timer: ReturnType<typeof setInterval> | undefined
  let keptAt = 0
  let foundAt = 0
  const listeners = new Set<() => void>()
  const options: PositionOptions = { enableHighAccuracy: true, maximumAge: 0, timeout: 30_000 }

  function set(next: SharingState, fix: Fix | null): void {
    state = next
    own = fix
    for (const listener of [...listeners]) listener()
  }

  function found({ timestamp, coords }: GeolocationPosition): void {
    const fix = fixOf(coords, timestamp)
    foundAt = performance.now()
    set('on', byServer(fix))
    if (fix.at - keptAt < fixInterval * 1_000 && fix.at >= keptAt) return
    keptAt = fix.at
    buffer.add(fix)
    void buffer.flush()
  }

  function failed({ code, PERMISSION_DENIED }: GeolocationPositionError): void {
    set(code === PERMISSION_DENIED ? 'denied' : 'failing', own)
  }

  /** Sends again what was not taken. Many browsers report nothing while the phone lies still, which would look like a lost contact. */
  function tick(): void {
    void buffer.flush()
    if (watch === undefined || performance.now() - foundAt < stillFor) return
    foundAt = performance.now()
    geolocation?.getCurrentPosition(found, failed, options)
  }

  return {
    start() {
      if (timer !== undefined) return
      timer = setInterval(tick, fixInterval * 1_000)
      if (!secure || !geolocation) return set(secure ? 'missing' : 'insecure', null)
      set('searching', null)
      watch = geolocation.watchPosition(found, failed, options)
    },
    stop() {
      if (timer === undefined) return
      clearInterval(timer)
      timer = undefined
      if (watch !== undefined) geolocation?.clearWatch(watch)
      watch = undefined
      void buffer.flush()
      set('off', null)
    },
    state: () => state,
    own: () => own,
    once(ms) {
      if (!secure || !geolocation) return Promise.resolve(null)
      return new Promise((resolve) =>
        geolocation.getCurrentPosition(
          ({ coords, timestamp }) => resolve(byServer(fixOf(coords, timestamp))),
          () => resolve(null),
          { enableHighAccuracy: true, maximumAge: 10_000, timeout: ms },
        ),
      )
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** By the phone's own clock. */
function fixOf({ latitude, longitude, accuracy, heading, speed }: GeolocationCoordinates, at: number): Fix {
  return {
    at: Math.round(at),
    lat: latitude,
    lng: longitude,
    accuracy,
    ...(typeof heading === 'number' && Number.isFinite(heading) && { heading }),
    ...(typeof speed === 'number' && Number.isFinite(speed) && { speed }),
  }
}

function byServer(fix: Fix): Fix {
  return { ...fix, at: Math.round(fix.at + now() - Date.now()) }
}
