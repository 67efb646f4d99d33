/** What of localStorage the lock needs; it may throw where a browser keeps nothing. */
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface Lock {
  locked(): boolean
  lock(): void
  unlock(): void
  onChange(listener: () => void): () => void
}

const storageKey = 'serik.locked'

/**
 * Whether the desk is locked. It is one lock for all windows of this browser, and it outlives the page: neither a reload
 * nor a second window opens what the officer has locked. `elsewhere` tells of changes by other windows.
 */
export function makeLock(
  kept: Kept | null,
  elsewhere?: (changed: (key: string | null) => void) => void,
): Lock {
  let here = false
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const read = (): boolean => {
    try {
      return kept ? kept.getItem(storageKey) !== null : here
    } catch {
      return here
    }
  }
  const write = (change: (kept: Kept) => void) => {
    try {
      if (kept) change(kept)
    } catch {
      // A browser that keeps nothing forgets the lock with the page.
    }
    tell()
  }
  // Null: everything was cleared there.
  elsewhere?.((key) => (key === storageKey || key === null) && tell())
  return {
    locked: read,
    lock() {
      here = true
      write((into) => into.setItem(storageKey, 'yes'))
    },
    unlock() {
      here = false
      write((from) => from.removeItem(storageKey))
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
