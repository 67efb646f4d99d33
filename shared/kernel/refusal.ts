/**
 * An expected "no". `code` is a key of the catalogue (`refusal.<code>`), the sentence is made from code and params in
 * the viewer's language. Refusals are values; an exception is a bug.
 */
export interface Refusal {
  refused: true
  code: string
  params?: Record<string, string | number>
  /** The rule that says no, when it is one of the law's ("D5"). */
  rule?: string
  /** On a conflict: who moved what the user had looked at, and when. */
  holder?: { kind: string; id: string; at: number }
}

export function refuse(code: string, extra: Omit<Refusal, 'refused' | 'code'> = {}): Refusal {
  return { refused: true, code, ...extra }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true
}
