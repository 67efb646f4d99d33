/** Squares of numbers, all 0 at first, found by a key: in two arrays, for each is asked with little of it in any cache. */
export interface TileTable {
  /** The square at offset `tileAt(key)`. */
  cells: Int32Array
  /** -1 when there is none. */
  tileAt(key: number): number
  /** Makes it when there is none; `cells` may be another afterwards. */
  makeTile(key: number): number
  drop(key: number): void
}

const NONE = -1

/** `size` numbers to a tile; keys from 0 to below 2^31. */
export function makeTileTable(size: number): TileTable {
  /** Key and offset of each tile, where its hash points or after it. */
  let slots = new Int32Array(2 * 16).fill(NONE)
  let mask = 15
  let count = 0
  let end = 0
  const free: number[] = []
  const hash = (key: number) => (Math.imul(key, 0x9e3779b1) >>> 8) & mask

  function slotOf(key: number): number {
    let slot = hash(key)
    while (slots[2 * slot] !== key && slots[2 * slot] !== NONE) slot = (slot + 1) & mask
    return 2 * slot
  }

  function rebuild(capacity: number, without: number): void {
    const old = slots
    slots = new Int32Array(2 * capacity).fill(NONE)
    mask = capacity - 1
    for (let i = 0; i < old.length; i += 2) {
      const key = old[i] as number
      if (key === NONE || key === without) continue
      const slot = slotOf(key)
      slots[slot] = key
      slots[slot + 1] = old[i + 1] as number
    }
  }

  const table: TileTable = {
    cells: new Int32Array(0),
    tileAt(key) {
      let slot = hash(key)
      for (;;) {
        const found = slots[2 * slot] as number
        if (found === key) return slots[2 * slot + 1] as number
        if (found === NONE) return NONE
        slot = (slot + 1) & mask
      }
    },
    makeTile(key) {
      const known = table.tileAt(key)
      if (known !== NONE) return known
      if (2 * ++count > mask) rebuild(2 * (mask + 1), NONE)
      const offset = free.pop() ?? end
      if (offset === end) end += size
      if (end > table.cells.length) {
        const grown = new Int32Array(2 * end)
        grown.set(table.cells)
        table.cells = grown
      }
      const slot = slotOf(key)
      slots[slot] = key
      slots[slot + 1] = offset
      return offset
    },
    drop(key) {
      const offset = table.tileAt(key)
      if (offset === NONE) return
      count--
      table.cells.fill(0, offset, offset + size)
      free.push(offset)
      rebuild(mask + 1, key)
    },
  }
  return table
}
