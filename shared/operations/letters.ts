import type { OperationKind, PlaceKind } from './types.ts'

const cyrillic = [...'АБВГДЕЖИКЛМНПРСТУФХЦЧШЭЮЯ']
const latin = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']

/** The kind of place an operation is usually made of. */
export const usualPlace: Record<OperationKind, PlaceKind> = {
  patrol: 'beat',
  'event-security': 'post',
  search: 'segment',
  'site-guard': 'guard-point',
  'scene-hold': 'post',
}

/** The next free mark on the plate: А, Б for beats, A, B for segments (as search teams say them), 1, 2 for the rest. */
export function nextLetter(kind: PlaceKind, taken: Iterable<string>): string {
  const used = new Set(taken)
  const letters = kind === 'beat' ? cyrillic : kind === 'segment' ? latin : []
  const free = letters.find((letter) => !used.has(letter))
  if (free) return free
  const prefix = letters[0] ?? ''
  for (let n = 1; ; n++) if (!used.has(`${prefix}${n}`)) return `${prefix}${n}`
}
