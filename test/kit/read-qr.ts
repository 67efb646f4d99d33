import type { Locator } from 'playwright-core'
import { create } from 'qrcode'

/** Blocks of data by version from 1 on, at correction level M (which the pages draw): how many, and of how many bytes. */
const blocks: readonly (readonly [count: number, bytes: number][])[] = [
  ...([[[1, 16]], [[1, 28]], [[1, 44]], [[2, 32]], [[2, 43]], [[4, 27]], [[4, 31]]] as const),
  ...([
    [
      [2, 38],
      [2, 39],
    ],
    [
      [3, 36],
      [2, 37],
    ],
    [
      [4, 43],
      [1, 44],
    ],
  ] as const),
].map((groups) => groups.map(([count, bytes]) => [count, bytes]))
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const masks: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
]

/** What a camera would read from a code on screen. Every module is there, so nothing has to be corrected. */
export async function readQr(code: Locator): Promise<string> {
  const size = Number((await code.getAttribute('viewBox'))?.split(' ')[2]) - 8
  const path = (await code.locator('path').getAttribute('d')) ?? ''
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => Number(y) * size + Number(x)))
  const version = (size - 17) / 4
  const at = (x: number, y: number) => Number(dark.has(y * size + x))
  const mask = masks[(at(2, 8) ^ 1) * 4 + at(3, 8) * 2 + (at(4, 8) ^ 1)] ?? masks[0]
  const { reservedBit } = create('1', { version, errorCorrectionLevel: 'M' }).modules
  const bits: number[] = []
  // Pairs of columns from the right, up and down by turns, around the column of the timing.
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = up ? size - 1 - step : step
        if (!reservedBit[y * size + x]) bits.push(at(x, y) ^ Number(mask?.(x, y) === 0))
      }
  }
  const words = Array.from({ length: bits.length >> 3 }, (_, n) => numberOf(bits.slice(n * 8, n * 8 + 8)))
  return textOf(inOrder(words, version), version)
}

const numberOf = (bits: readonly number[]) => bits.reduce((sum, bit) => sum * 2 + bit, 0)

/** The blocks stand interleaved: the first byte of each, then the second of each. */
function inOrder(words: readonly number[], version: number): number[] {
  const lengths = (blocks[version - 1] ?? []).flatMap(([count, bytes]) => Array<number>(count).fill(bytes))
  const parts: number[][] = lengths.map(() => [])
  let next = 0
  for (let n = 0; n < Math.max(...lengths); n++)
    for (const [block, length] of lengths.entries()) if (n < length) parts[block]?.push(words[next++] ?? 0)
  return parts.flat()
}

/** Segments of digits, of capitals and of bytes, one after the other. */
function textOf(words: readonly number[], version: number): string {
  const bits = words.flatMap((word) => [...word.toString(2).padStart(8, '0')].map(Number))
  let position = 0
  const take = (count: number) => {
    position += count
    return numberOf(bits.slice(position - count, position))
  }
  const long = version > 9
  const bytes: number[] = []
  const say = (text: string) => bytes.push(...Buffer.from(text))
  while (position + 4 <= bits.length) {
    const mode = take(4)
    if (mode === 1)
      for (let left = take(long ? 12 : 10); left > 0; left -= 3)
        say(String(take([0, 4, 7][left] ?? 10)).padStart(Math.min(left, 3), '0'))
    else if (mode === 2)
      for (let left = take(long ? 11 : 9); left > 0; left -= 2) {
        const pair = take(left > 1 ? 11 : 6)
        say(left > 1 ? `${alphabet[Math.floor(pair / 45)]}${alphabet[pair % 45]}` : `${alphabet[pair]}`)
      }
    else if (mode === 4) for (let left = take(long ? 16 : 8); left > 0; left--) bytes.push(take(8))
    else break
  }
  return Buffer.from(bytes).toString()
}
