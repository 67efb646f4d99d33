/** Keeps the screen on while the page is in front; a page with a dark screen sends no positions. */
export interface WakeLock {
  /** `held` now; `missing` where the browser has no such thing. */
  state(): 'held' | 'not-held' | 'missing'
  release(): void
}

export function keepScreenOn(changed: () => void): WakeLock {
  let sentinel: WakeLockSentinel | null = null
  let wanted = true
  const supported = 'wakeLock' in navigator

  /** The browser lets go whenever the page is hidden, so it is asked again each time the page is shown. */
  async function hold(): Promise<void> {
    if (!wanted || !supported || sentinel || document.visibilityState !== 'visible') return
    try {
      const got = await navigator.wakeLock.request('screen')
      if (!wanted) return void got.release()
      sentinel = got
      got.addEventListener('release', () => {
        sentinel = null
        changed()
      })
      changed()
    } catch {
      // Refused (battery saver): the duty screen says that the screen may go dark.
    }
  }
  const shown = () => void hold()
  document.addEventListener('visibilitychange', shown)
  void hold()

  return {
    state: () => (supported ? (sentinel ? 'held' : 'not-held') : 'missing'),
    release() {
      wanted = false
      document.removeEventListener('visibilitychange', shown)
      void sentinel?.release()
    },
  }
}
