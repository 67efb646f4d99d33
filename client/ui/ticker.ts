import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { now } from './clock.ts'

const listeners = new Set<(at: number) => void>()
let timer: ReturnType<typeof setTimeout> | undefined

function tick(): void {
  const at = now()
  timer = setTimeout(tick, 1000 - (at % 1000))
  for (const listener of listeners) listener(at)
}

/** Calls back at every full second. One timer for the whole page, and none while nobody listens. */
export function onSecond(listener: (at: number) => void): () => void {
  listeners.add(listener)
  if (timer === undefined) timer = setTimeout(tick, 1000 - (now() % 1000))
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    timer = undefined
  }
}

/** Runs `write` on the element at every full second and after every render, without a React render of its own. */
export function useEverySecond<E extends Element>(
  write: (element: E, at: number) => void,
): RefObject<E | null> {
  const ref = useRef<E>(null)
  const latest = useRef(write)
  useLayoutEffect(() => {
    latest.current = write
    if (ref.current) write(ref.current, now())
  })
  useEffect(() => onSecond((at) => ref.current && latest.current(ref.current, at)), [])
  return ref
}

/** The same for a text. The element must have no children in JSX. */
export function useTickingText(textAt: (at: number) => string): RefObject<HTMLElement | null> {
  return useEverySecond<HTMLElement>((element, at) => {
    const text = textAt(at)
    if (element.textContent !== text) element.textContent = text
  })
}
