import type { Millis } from '../kernel/ids.ts'
import type { Injuries } from './types.ts'

export const prosecutorRules = ['off', 'injury-or-death', 'always'] as const

export interface ForceParameters {
  /** A weapon or special means used by the assistant never complies [S]: the law of 2004 still allowed "other means". */
  meansForbidden: boolean
  /** The written part is due so long after the first word [I]. */
  writtenWithin: Millis
  /** When the prosecutor's office has to be told before a report can be closed [I]. */
  prosecutor: (typeof prosecutorRules)[number]
  /** What is copied from the record around the event [I]. */
  minute: { before: Millis; after: Millis }
  /** Phones that had no network bring their fixes a little later than the report. */
  freezeAfter: Millis
}

/** What a report of force is judged and timed by; counsel must confirm S and I. */
export const forceParameters: ForceParameters = {
  meansForbidden: true,
  writtenWithin: 24 * 3_600_000,
  prosecutor: 'injury-or-death',
  minute: { before: 30_000, after: 30_000 },
  freezeAfter: 60_000,
}

/** Whether the prosecutor's office has to be told, with what is known of the injuries (null: not yet written). */
export function prosecutorDue(
  injuries: readonly (Injuries | null)[],
  { prosecutor }: Pick<ForceParameters, 'prosecutor'> = forceParameters,
): boolean {
  if (prosecutor !== 'injury-or-death') return prosecutor === 'always'
  return injuries.some((one) => one !== null && one !== 'none')
}
