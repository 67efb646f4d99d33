import type { Placed } from './placed.ts'

/** How many stand in one square of the ground, and their middle, for zooms where symbols would only be a crowd. */
export interface Heap {
  x: number
  y: number
  count: number
}

/**
 * Counts by squares of `cell` pixels that are anchored to the ground (`left`, `top` = world pixel of the origin), so
 * that panning changes no number. `skip` leaves out what is drawn by itself.
 */
export function heapsOf(
  placed: Placed,
  left: number,
  top: number,
  cell: number,
  skip: (index: number) => boolean,
): Heap[] {
  const heaps = new Map<number, Heap>()
  for (let i = 0; i < placed.count; i++) {
    if (skip(i)) continue
    const x = placed.x[i] as number
    const y = placed.y[i] as number
    const at = Math.floor((y + top) / cell) * 0x200000 + Math.floor((x + left) / cell)
    const heap = heaps.get(at)
    if (heap) {
      heap.count++
      heap.x += x
      heap.y += y
    } else heaps.set(at, { x, y, count: 1 })
  }
  const list = [...heaps.values()]
  for (const heap of list) {
    heap.x /= heap.count
    heap.y /= heap.count
  }
  return list.sort((a, b) => a.count - b.count)
}
