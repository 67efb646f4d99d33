import type { EndingRule } from './rule.ts'

/** The person's own statement. While the application is checked it is a withdrawal instead. */
export const t01: EndingRule = {
  rule: 'T1',
  basis: 'S',
  effect: 'terminate',
}
