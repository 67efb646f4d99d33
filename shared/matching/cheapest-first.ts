/** Who has this many edges or fewer looks at all of them at once. */
const short = 64

/**
 * For long lists of edges: the cheapest at the other side's prices are kept in front, and the others are looked at only
 * when a search comes as far as they could be. Prices may only fall meanwhile.
 */
export interface CheapestFirst {
  /** Where the front of a list ends; 0 for a list that is short. */
  endOfFront(list: number): number
  /** What everyone beyond the front costs at least, by what was known when it was brought to the front. */
  othersAtLeast: Float64Array
  /** Brings them to the front once more, at the prices of now. */
  renew(list: number): void
  /** It was looked at whole all the same: its front is four times as long from now on. */
  lengthen(list: number): void
}

export function makeCheapestFirst(
  start: Int32Array,
  other: Int32Array,
  cost: Float64Array,
  price: Float64Array,
): CheapestFirst {
  const lists = start.length - 1
  const othersAtLeast = new Float64Array(lists).fill(-Infinity)
  const length = new Int32Array(lists).fill(short / 2)
  let values = new Float64Array(0)

  function renew(list: number): void {
    const from = start[list] as number
    const many = (start[list + 1] as number) - from
    const few = length[list] as number
    if (values.length < many) values = new Float64Array(many)
    for (let i = 0; i < many; i++)
      values[i] = (cost[from + i] as number) - (price[other[from + i] as number] as number)
    for (let low = 0, high = many - 1; low < high; ) {
      const pivot = values[(low + high) >> 1] as number
      let [i, j] = [low, high]
      while (i <= j) {
        while ((values[i] as number) < pivot) i++
        while ((values[j] as number) > pivot) j--
        if (i <= j) swap(from, i++, j--)
      }
      if (few <= j) high = j
      else if (few >= i) low = i
      else break
    }
    othersAtLeast[list] = values[few] as number
  }

  function swap(from: number, i: number, j: number): void {
    const value = values[i] as number
    values[i] = values[j] as number
    values[j] = value
    const [a, b] = [from + i, from + j]
    const whom = other[a] as number
    other[a] = other[b] as number
    other[b] = whom
    const what = cost[a] as number
    cost[a] = cost[b] as number
    cost[b] = what
  }

  return {
    endOfFront(list) {
      const from = start[list] as number
      const few = length[list] as number
      return (start[list + 1] as number) - from <= Math.max(short, few) ? 0 : from + few
    },
    othersAtLeast,
    renew,
    lengthen(list) {
      length[list] = 4 * (length[list] as number)
    },
  }
}
