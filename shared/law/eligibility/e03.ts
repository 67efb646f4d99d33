import { faultOfIin } from '../iin.ts'
import { type EligibilityRule, verdict } from './rule.ts'

/** The IIN's check digit holds. That its digits name another birth date is a warning, never a refusal. */
export const e03: EligibilityRule = {
  rule: 'E3',
  basis: 'C',
  check: ({ iin }) => verdict(iin === null ? null : faultOfIin(iin) === null),
}
