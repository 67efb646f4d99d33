import { useEffect, useReducer } from 'react'
import { now } from '../ui/clock.ts'

/** The server's time, again every ten seconds: for what turns late by the clock alone. */
export function useSlowNow(): number {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    const timer = setInterval(again, 10_000)
    return () => clearInterval(timer)
  }, [])
  return now()
}
