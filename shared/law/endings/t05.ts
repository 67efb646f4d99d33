import type { EndingRule } from './rule.ts'

/** A medical contraindication; no diagnosis is stored. */
export const t05: EndingRule = {
  rule: 'T5',
  basis: 'S',
  effect: 'terminate',
}
