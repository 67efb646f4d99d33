import { e01 } from './e01.ts'
import { e02 } from './e02.ts'
import { e03 } from './e03.ts'
import { e04 } from './e04.ts'
import { e05 } from './e05.ts'
import { e06 } from './e06.ts'
import { e07 } from './e07.ts'
import { e08 } from './e08.ts'
import { e09 } from './e09.ts'
import { e10 } from './e10.ts'
import { e11 } from './e11.ts'
import type { EligibilityId, EligibilityInput, EligibilityRule, Verdict } from './rule.ts'

/** In the order of the law's table. */
export const eligibilityRules: readonly EligibilityRule[] = [
  e01,
  e02,
  e03,
  e04,
  e05,
  e06,
  e07,
  e08,
  e09,
  e10,
  e11,
]

export type Eligibility = Record<EligibilityId, Verdict>

/** Every rule's verdict; none is left out because another has failed. */
export function eligibilityOf(input: EligibilityInput): Eligibility {
  return Object.fromEntries(eligibilityRules.map((rule) => [rule.rule, rule.check(input)])) as Eligibility
}

/** The rules that bind: all but the insurance (E11). */
export const bindingRules = eligibilityRules.map(({ rule }) => rule).filter((rule) => rule !== 'E11')

/** What has to hold before an application is received at all. */
export const receiptRules = ['E1', 'E2', 'E3', 'E4', 'E10'] as const satisfies EligibilityId[]

/** The binding rules that do not hold, or are not answered, in order. Empty = may be forwarded to the akimat. */
export function standingInTheWay(eligibility: Eligibility): EligibilityId[] {
  return bindingRules.filter((rule) => eligibility[rule] !== 'CLEAR')
}
