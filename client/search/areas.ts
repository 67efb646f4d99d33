import type { Ring } from '../../shared/geo/lat-lng.ts'

/** What the server found in a file: outlines that can be segments, and what was left out and why. */
export interface AreasInFile {
  areas: { letter: string; name: string; ring: Ring }[]
  leftOut: { name: string; code: string; params?: Record<string, string | number> }[]
}

/** The file's own letter where it is free, else the next free one: A to Z, then A2, B2 … */
export function lettersFor(areas: AreasInFile['areas'], taken: readonly string[]): string[] {
  const used = new Set(taken)
  const own = areas.map(({ letter }) => {
    if (letter === '' || used.has(letter)) return null
    used.add(letter)
    return letter
  })
  return own.map((letter) => {
    if (letter !== null) return letter
    for (let n = 0; ; n++) {
      const next = `${String.fromCharCode(65 + (n % 26))}${n < 26 ? '' : Math.floor(n / 26) + 1}`
      if (used.has(next)) continue
      used.add(next)
      return next
    }
  })
}
