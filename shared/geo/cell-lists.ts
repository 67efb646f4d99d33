import { makeRooms } from './rooms.ts'

/** Short lists of numbers in one array, each known by its offset (0 = none): read in order, changed in place. */
export interface CellLists {
  /** At an offset: how many there are, room for how many, and they. Changes when it grows: read it anew. */
  pool: Int32Array
  /** Adds to the list and says where it is now. */
  add(offset: number, value: number): number
  /** Takes `many` numbers out from the one at `at` of the pool on; 0 when none is left, else the list's offset. */
  cut(offset: number, at: number, many: number): number
}

export const HEAD = 2
const LEAST = 2

export function makeCellLists(): CellLists {
  const rooms = makeRooms(1)

  function take(room: number): number {
    const offset = rooms.take(HEAD + room)
    if (rooms.end > lists.pool.length) {
      const grown = new Int32Array(2 * rooms.end)
      grown.set(lists.pool)
      lists.pool = grown
    }
    lists.pool[offset] = 0
    lists.pool[offset + 1] = room
    return offset
  }

  const release = (offset: number) => rooms.release(offset, HEAD + (lists.pool[offset + 1] as number))

  const lists: CellLists = {
    pool: new Int32Array(1024),
    add(offset, value) {
      let to = offset === 0 ? take(LEAST) : offset
      const count = lists.pool[to] as number
      if (count === lists.pool[to + 1]) {
        const wider = take(2 * count)
        lists.pool.copyWithin(wider + HEAD, to + HEAD, to + HEAD + count)
        release(to)
        to = wider
      }
      lists.pool[to + HEAD + count] = value
      lists.pool[to] = count + 1
      return to
    },
    cut(offset, at, many) {
      const { pool } = lists
      const kept = (pool[offset] as number) - many
      pool[offset] = kept
      for (let i = at; i < offset + HEAD + kept; i++) pool[i] = pool[i + many] as number
      if (kept > 0) return offset
      release(offset)
      return 0
    },
  }
  return lists
}
