import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

/**
 * A press that must last `ms`: by finger, mouse, Enter or Space. A screen reader's click, which cannot last, starts the
 * same count and a second one stops it. Releasing early calls `onShort`.
 */
export function useHold(ms: number, onHeld: () => void, onShort?: () => void) {
  const [holding, setHolding] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pressed = useRef(false)
  const held = useRef(onHeld)
  useLayoutEffect(() => {
    held.current = onHeld
  })
  useEffect(() => () => clearTimeout(timer.current), [])

  function start(): void {
    if (timer.current !== undefined) return
    setHolding(true)
    timer.current = setTimeout(() => {
      timer.current = undefined
      setHolding(false)
      held.current()
    }, ms)
  }
  function stop(): void {
    if (timer.current === undefined) return
    clearTimeout(timer.current)
    timer.current = undefined
    setHolding(false)
    onShort?.()
  }
  const isHoldKey = (event: KeyboardEvent) => event.key === 'Enter' || event.key === ' '

  return {
    holding,
    start,
    stop,
    props: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return
        pressed.current = true
        // A finger that slides must not let go of a call for help.
        event.currentTarget.setPointerCapture(event.pointerId)
        start()
      },
      onPointerUp: stop,
      onPointerCancel: stop,
      onContextMenu: (event: MouseEvent) => event.preventDefault(),
      onKeyDown(event: KeyboardEvent) {
        if (!isHoldKey(event)) return
        event.preventDefault()
        if (!event.repeat) start()
      },
      onKeyUp: (event: KeyboardEvent) => {
        if (!isHoldKey(event)) return
        event.preventDefault()
        stop()
      },
      onBlur: stop,
      onClick() {
        const byPointer = pressed.current
        pressed.current = false
        if (byPointer) return
        if (timer.current === undefined) start()
        else stop()
      },
    },
  }
}
