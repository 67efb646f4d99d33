import type { EligibilityRule } from './rule.ts'

/** No criminal proceedings run against the applicant. */
export const e05: EligibilityRule = {
  rule: 'E5',
  basis: 'S',
  check: ({ checks }) => checks.E5 ?? 'PENDING',
}
