import type { EligibilityRule } from './rule.ts'

/** No conviction for an intentional offence that still counts. The look-back period is for the police to apply. */
export const e07: EligibilityRule = {
  rule: 'E7',
  basis: 'S',
  check: ({ checks }) => checks.E7 ?? 'PENDING',
}
