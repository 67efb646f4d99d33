import type { EndingRule } from './rule.ts'

/** Permanent departure abroad. */
export const t04: EndingRule = {
  rule: 'T4',
  basis: 'S',
  effect: 'terminate',
}
