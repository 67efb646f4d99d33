import type { EndingRule } from './rule.ts'

/** Death, or declared dead: the record is frozen. */
export const t06: EndingRule = {
  rule: 'T6',
  basis: 'S',
  effect: 'terminate',
  freezes: true,
}
