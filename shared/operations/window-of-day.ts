import type { Millis } from '../kernel/ids.ts'
import type { Window } from './types.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Minutes of the day at an instant; `offset`: minutes east of UTC. */
export function minutesOfDay(at: Millis, offset: number): number {
  const local = at + offset * MINUTE
  return Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE)
}

/**
 * The window that two times of the day mean now: it ends after it begins (over midnight where it must), and it is the
 * one that is not over yet.
 */
export function windowOfDay(from: number, to: number, now: Millis, offset: number): Window {
  const midnight = Math.floor((now + offset * MINUTE) / DAY) * DAY - offset * MINUTE
  const length = (to > from ? to - from : to - from + 24 * 60) * MINUTE
  for (const day of [-1, 0, 1]) {
    const start = midnight + day * DAY + from * MINUTE
    if (start + length > now) return { from: start, to: start + length }
  }
  const start = midnight + DAY + from * MINUTE
  return { from: start, to: start + length }
}

/** The instant of a time of the day inside a window, or the nearest one after its start. */
export function instantOfDay(minutes: number, { from }: Window, offset: number): Millis {
  const midnight = Math.floor((from + offset * MINUTE) / DAY) * DAY - offset * MINUTE
  const at = midnight + minutes * MINUTE
  return at < from ? at + DAY : at
}
