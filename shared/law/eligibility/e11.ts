import { type EligibilityRule, verdict } from './rule.ts'

/** Insurance is the applicant's choice: shown, and never a ground (all.ts leaves it out of what binds). */
export const e11: EligibilityRule = {
  rule: 'E11',
  basis: 'C',
  check: ({ insurance }) => verdict(insurance),
}
