import type { EndingRule } from './rule.ts'

/** The citizenship of Kazakhstan is lost. */
export const t07: EndingRule = {
  rule: 'T7',
  basis: 'I',
  effect: 'terminate',
}
