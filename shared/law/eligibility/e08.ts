import type { EligibilityRule } from './rule.ts'

/** No administrative penalty for an intentional offence within the police's look-back period. */
export const e08: EligibilityRule = {
  rule: 'E8',
  basis: 'I',
  check: ({ checks }) => checks.E8 ?? 'PENDING',
}
