import type { Fix } from '../kernel/fix.ts'
import type { Millis } from '../kernel/ids.ts'

/** Metres: what a tracker is taken to mean that does not say how good its fix is. Rather too vague than too good. */
const unstatedAccuracy = 100

interface Measured {
  /** Metres; negative or absent = not stated. */
  accuracy: number | undefined
  /** Degrees clockwise from north; negative or absent = unknown. */
  heading: number | undefined
  /** Metres per second; negative or absent = unknown. */
  speed: number | undefined
}

/** A fix from what a native tracker says; they write -1 for what they do not know. Whether it can be is not judged. */
export function trackerFix(
  at: Millis,
  lat: number,
  lng: number,
  { accuracy, heading, speed }: Measured,
): Fix {
  const fix: Fix = {
    at,
    lat,
    lng,
    accuracy: accuracy === undefined || accuracy < 0 ? unstatedAccuracy : accuracy,
  }
  if (heading !== undefined && heading >= 0) fix.heading = heading % 360
  if (speed !== undefined && speed >= 0) fix.speed = speed
  return fix
}
