import { type RefObject, useEffect } from 'react'

/** Names and texts come one by one; the paper waits until none has come for so long, and no longer than that. */
const quiet = 500
const longest = 6_000

/** Prints the page once the element has stopped changing; `onDone` when the dialog of the browser is closed. */
export function usePrint(element: RefObject<HTMLElement | null>, onDone: () => void): void {
  useEffect(() => {
    const paper = element.current
    if (!paper) return
    const print = () => {
      stop()
      window.print()
    }
    let soon = setTimeout(print, quiet)
    const late = setTimeout(print, longest)
    const watch = new MutationObserver(() => {
      clearTimeout(soon)
      soon = setTimeout(print, quiet)
    })
    watch.observe(paper, { subtree: true, childList: true, characterData: true })
    function stop() {
      watch.disconnect()
      clearTimeout(soon)
      clearTimeout(late)
    }
    window.addEventListener('afterprint', onDone)
    return () => {
      stop()
      window.removeEventListener('afterprint', onDone)
    }
  }, [element, onDone])
}
