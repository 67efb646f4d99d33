/** A binary heap of small whole numbers, least key first; of equal keys the smaller number first. */
export interface MinHeap {
  readonly size: number
  /** Adds the item, or brings it forward when it is there with a greater key. */
  lower(item: number, key: number): void
  minKey(): number
  pop(): number
  /** Empties it in the time of what is left in it. */
  clear(): void
}

/** For items 0 … n − 1. */
export function makeMinHeap(n: number): MinHeap {
  const items = new Int32Array(n)
  const keys = new Float64Array(n)
  const place = new Int32Array(n).fill(-1)
  let size = 0

  const before = (a: number, b: number) =>
    (keys[a] as number) < (keys[b] as number) || (keys[a] === keys[b] && a < b)

  function set(at: number, item: number): void {
    items[at] = item
    place[item] = at
  }

  function up(at: number, item: number): void {
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = items[parent] as number
      if (!before(item, above)) break
      set(at, above)
      at = parent
    }
    set(at, item)
  }

  function down(at: number, item: number): void {
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && before(items[child + 1] as number, items[child] as number)) child++
      const below = items[child] as number
      if (!before(below, item)) break
      set(at, below)
      at = child
    }
    set(at, item)
  }

  return {
    get size() {
      return size
    },
    lower(item, key) {
      const at = place[item] as number
      if (at >= 0 && key >= (keys[item] as number)) return
      keys[item] = key
      up(at >= 0 ? at : size++, item)
    },
    minKey() {
      return size === 0 ? Infinity : (keys[items[0] as number] as number)
    },
    pop() {
      const top = items[0] as number
      place[top] = -1
      size--
      if (size > 0) down(0, items[size] as number)
      return top
    },
    clear() {
      for (let i = 0; i < size; i++) place[items[i] as number] = -1
      size = 0
    },
  }
}
