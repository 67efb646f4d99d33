import { expect, test } from 'vitest'
import { type Stamp, stampCrowd, unitLook, widestStamp } from '../../../client/map/stamp-crowd.ts'

/** A square of three pixels in one colour. */
const square = (colour: number): Stamp => ({
  dx: Int8Array.from({ length: 9 }, (_, i) => (i % 3) - 1),
  dy: Int8Array.from({ length: 9 }, (_, i) => Math.floor(i / 3) - 1),
  rgba: new Uint32Array(9).fill(colour),
})
const stamps: Stamp[] = []
stamps[0] = square(7)
stamps[unitLook] = square(9)
const width = 200
const height = 150

function painted(
  dots: Array<[x: number, y: number, look: number]>,
  pixels = new Uint32Array(width * height),
) {
  const column = (at: 0 | 1 | 2) => dots.map((dot) => dot[at])
  stampCrowd(
    pixels,
    width,
    { x: Int16Array.from(column(0)), y: Int16Array.from(column(1)), look: Uint16Array.from(column(2)) },
    stamps,
  )
  return pixels
}
const colourAt = (pixels: Uint32Array, x: number, y: number) => pixels[y * width + x]

test('MAP-13 a crowd is drawn where it stands, units over assistants in whatever order they come', () => {
  for (const order of [0, 1]) {
    const dots: Array<[number, number, number]> = [
      [80, 70, unitLook],
      [81, 71, 0],
    ]
    const pixels = painted(order ? dots : dots.reverse())
    expect(colourAt(pixels, 80, 70)).toBe(9)
    expect(colourAt(pixels, 82, 72)).toBe(7)
    expect(pixels.filter((colour) => colour !== 0)).toHaveLength(14)
  }
})

test('MAP-13 the next picture of a crowd has nothing left of the last, and nobody wraps around its edge', () => {
  const pixels = painted([[100, 75, 0]])
  painted(
    [
      [width - 1, 75, 0],
      [0, 75, 0],
      [100, height - 1, 0],
      [width - widestStamp, 75, 0],
    ],
    pixels,
  )
  expect(pixels.every((colour) => colour === 0)).toBe(true)
})
