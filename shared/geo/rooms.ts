/** Says where in a growing array there is room, and gives out again what was given back. */
export interface Rooms {
  /** As far as room was ever given out. */
  readonly end: number
  take(size: number): number
  release(offset: number, size: number): void
}

export function makeRooms(start = 0): Rooms {
  /** Offsets that are not used any more, by their size. */
  const free = new Map<number, number[]>()
  let end = start
  return {
    get end() {
      return end
    },
    take(size) {
      const again = free.get(size)?.pop()
      if (again !== undefined) return again
      end += size
      return end - size
    },
    release(offset, size) {
      const others = free.get(size)
      if (others) others.push(offset)
      else free.set(size, [offset])
    },
  }
}
