import { type EligibilityRule, verdict } from './rule.ts'

/** The applicant's own will, and consent to the use of personal data. */
export const e10: EligibilityRule = {
  rule: 'E10',
  basis: 'C/I',
  check: ({ consent }) => verdict(consent),
}
