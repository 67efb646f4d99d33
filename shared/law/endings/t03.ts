import type { EndingRule } from './rule.ts'

/** An administrative penalty for an intentional offence is in force. */
export const t03: EndingRule = {
  rule: 'T3',
  basis: 'S',
  effect: 'terminate',
}
