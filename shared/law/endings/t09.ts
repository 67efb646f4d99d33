import type { EndingRule } from './rule.ts'

/** False documents. */
export const t09: EndingRule = {
  rule: 'T9',
  basis: 'I',
  effect: 'terminate',
}
