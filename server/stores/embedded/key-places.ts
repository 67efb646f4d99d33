import type { Key } from '../../../shared/kernel/ids.ts'

/** Keys kept in memory; beyond it the table is asked again. */
const most = 100_000

/**
 * Where keys stand, for the one process that writes the log (the owner's lock sees to that): those that have moved since
 * it was opened are in memory, and one that is not among them has not moved since. `table` gives the newest sequence of
 * a key, 0 for one that never moved.
 */
export function keyPlaces(head: number, table: (key: Key) => number) {
  let since = head
  const moved = new Map<Key, number>()
  const forget = (now: number) => {
    moved.clear()
    since = now
  }
  return {
    /** The sequence at which a key stands; 0 when that is known to be no later than `at`. */
    after: (key: Key, at: number): number => moved.get(key) ?? (at < since ? table(key) : 0),
    move: (key: Key, seq: number) => void moved.set(key, seq),
    /** Nothing of what moved since `now` is on the disk. */
    undo: forget,
    /** What moved is on the disk, up to `now`. */
    settle(now: number): void {
      if (moved.size > most) forget(now)
    },
  }
}

export type KeyPlaces = ReturnType<typeof keyPlaces>
