import type { Day } from '../day.ts'

/** UNKNOWN is never a pass: what has not been answered is PENDING and stops the file where it is. */
export type Verdict = 'CLEAR' | 'NOT_CLEAR' | 'PENDING'

/** Rules that the police answer. Serik keeps the answer, who gave it and when; never what was found. */
export const policeRules = ['E5', 'E6', 'E7', 'E8', 'E9'] as const
export type PoliceRule = (typeof policeRules)[number]

/** Everything that may be known of an applicant; null is not known. */
export interface EligibilityInput {
  asOf: Day
  citizen: boolean | null
  birthDate: Day | null
  iin: string | null
  /** The last day on which the copied document is valid. */
  idUntil: Day | null
  checks: Readonly<Partial<Record<PoliceRule, Verdict>>>
  consent: boolean | null
  insurance: boolean | null
}

export type EligibilityId = 'E1' | 'E2' | 'E3' | 'E4' | PoliceRule | 'E10' | 'E11'

/** One rule of who may become a public assistant: a file each, named after its id. Its sentences are `law:rule.<id>`. */
export interface EligibilityRule {
  rule: EligibilityId
  /** Source: [C] read, [S] founding article, [I] own design. Counsel must confirm S and I. */
  basis: 'C' | 'S' | 'I' | 'S/C' | 'C/I'
  check(input: EligibilityInput): Verdict
}

/** A yes or no that may be missing. */
export const verdict = (holds: boolean | null): Verdict =>
  holds === null ? 'PENDING' : holds ? 'CLEAR' : 'NOT_CLEAR'
