import type { EndingRule } from './rule.ts'

/** Criminal prosecution has begun: suspended at once, ended on the document. */
export const t02: EndingRule = {
  rule: 'T2',
  basis: 'S',
  effect: 'suspend-first',
  needs: 'document',
}
