import { type EligibilityRule, verdict } from './rule.ts'

/** A copy of the identity document, valid on the day it is looked at. */
export const e04: EligibilityRule = {
  rule: 'E4',
  basis: 'C',
  check: ({ idUntil, asOf }) => verdict(idUntil === null ? null : asOf <= idUntil),
}
