import { type EligibilityRule, verdict } from './rule.ts'

/** A citizen of Kazakhstan. */
export const e01: EligibilityRule = {
  rule: 'E1',
  basis: 'C',
  check: ({ citizen }) => verdict(citizen),
}
