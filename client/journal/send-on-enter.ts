import type { KeyboardEvent } from 'react'

/** Enter in a text of several lines sends it; Shift Enter begins a line. */
export function sendOnEnter(send: () => void) {
  return (event: KeyboardEvent): void => {
    const { key, shiftKey, target, nativeEvent } = event
    if (key !== 'Enter' || shiftKey || nativeEvent.isComposing || !(target instanceof HTMLTextAreaElement))
      return
    event.preventDefault()
    send()
  }
}
