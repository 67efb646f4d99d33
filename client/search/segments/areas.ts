import { clipRing } from '../../../shared/geo/clip-ring.ts'
import type { LatLng, Ring } from '../../../shared/geo/lat-lng.ts'
import { outsideRefusal } from '../../../shared/operations/plan-rules.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { overlapRefusal } from '../../../shared/search/segments/overlap.ts'

/** What the server found in a file: outlines that can be segments, lines, and what was left out and why. */
export interface AreasInFile {
  areas: AreaInFile[]
  lines?: { name: string; path: LatLng[] }[]
  leftOut: { name: string; code: string; params?: Record<string, string | number> }[]
}

interface AreaInFile {
  letter: string
  name: string
  ring: Ring
  /** What stood over the area of the operation is cut off. */
  clipped?: boolean
}

/**
 * Of each outline what lies in the operation's area; one that lies wholly outside is left out, and so is what overlaps a
 * segment that is known or came before it in the file.
 */
export function fittingAreas(found: AreasInFile, perimeter: Ring, known: readonly Known[]): AreasInFile {
  const leftOut = [...found.leftOut]
  const taken: Known[] = [...known]
  const areas = found.areas.flatMap((area): AreaInFile[] => {
    const { letter, name, ring } = area
    const beyond = outsideRefusal({ perimeter }, { kind: 'segment', letter, ring })
    const parts = beyond ? clipRing(ring, perimeter) : [ring]
    if (parts.length === 0) leftOut.push({ name: name || letter, code: 'search.wholly-outside' })
    return parts.flatMap((part): AreaInFile[] => {
      const segment: Known = { kind: 'segment', letter: letter || name, ring: part }
      const overlap = overlapRefusal(segment, taken)
      if (overlap) leftOut.push({ name: name || letter, ...overlap })
      else taken.push(segment)
      return overlap ? [] : [beyond ? { letter, name, ring: part, clipped: true } : area]
    })
  })
  return { ...found, areas, leftOut }
}

type Known = Pick<Place, 'kind' | 'letter' | 'ring'>

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
