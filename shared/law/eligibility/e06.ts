import type { EligibilityRule } from './rule.ts'

/** Not on a preventive register. */
export const e06: EligibilityRule = {
  rule: 'E6',
  basis: 'S',
  check: ({ checks }) => checks.E6 ?? 'PENDING',
}
