import { useSyncExternalStore } from 'react'
import { now } from '../ui/clock.ts'
import { onSecond } from '../ui/ticker.ts'

const step = 15_000
const current = (): number => Math.floor(now() / step) * step

/** The server's time, renewed every quarter of a minute: for what is drawn along a time axis. */
export function useMinute(): number {
  return useSyncExternalStore(onSecond, current)
}
