import { useEffect, useReducer } from 'react'
import { now } from '../ui/clock.ts'
import { onSecond } from '../ui/ticker.ts'

/** Renders this component each second: for the few gauges of one panel, never for a list. The server's time. */
export function useSeconds(): number {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => onSecond(again), [])
  return now()
}
