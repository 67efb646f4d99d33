import type { Id } from '../kernel/ids.ts'

/** The texts of the vault that a fact names, however deep. */
export function* sealedIn(value: unknown): Iterable<Id> {
  if (typeof value !== 'object' || value === null) return
  const { text, digest } = value as { text?: unknown; digest?: unknown }
  if (typeof text === 'string' && typeof digest === 'string') yield text
  for (const inner of Object.values(value)) yield* sealedIn(inner)
}
