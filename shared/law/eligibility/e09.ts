import type { EligibilityRule } from './rule.ts'

/** The narcological and psychiatric check admits the applicant; no diagnosis ever enters Serik. */
export const e09: EligibilityRule = {
  rule: 'E9',
  basis: 'C',
  check: ({ checks }) => checks.E9 ?? 'PENDING',
}
