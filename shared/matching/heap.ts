/** A heap of whole numbers, least key first; an item may be in it several times, with the keys that it had. */
export interface MinHeap {
  readonly size: number
  add(item: number, key: number): void
  /** Infinity when it is empty. */
  minKey(): number
  pop(): number
  clear(): void
}

/** Four children to a parent: half as deep as a binary one, and the four stand side by side. */
export function makeMinHeap(): MinHeap {
  let items = new Int32Array(1024)
  let keys = new Float64Array(1024)
  let size = 0

  function grow(): void {
    const [oldItems, oldKeys] = [items, keys]
    items = new Int32Array(2 * size)
    keys = new Float64Array(2 * size)
    items.set(oldItems)
    keys.set(oldKeys)
  }

  function put(at: number, item: number, key: number): void {
    items[at] = item
    keys[at] = key
  }

  return {
    get size() {
      return size
    },
    add(item, key) {
      if (size === items.length) grow()
      let at = size++
      while (at > 0) {
        const parent = (at - 1) >> 2
        if (key >= (keys[parent] as number)) break
        put(at, items[parent] as number, keys[parent] as number)
        at = parent
      }
      put(at, item, key)
    },
    minKey: () => (size === 0 ? Infinity : (keys[0] as number)),
    pop() {
      const top = items[0] as number
      size--
      const key = keys[size] as number
      let at = 0
      for (let child = 1; child < size; child = 4 * at + 1) {
        const end = Math.min(child + 4, size)
        let least = child
        while (++child < end) if ((keys[child] as number) < (keys[least] as number)) least = child
        if ((keys[least] as number) >= key) break
        put(at, items[least] as number, keys[least] as number)
        at = least
      }
      put(at, items[size] as number, key)
      return top
    },
    clear() {
      size = 0
    },
  }
}
