import type { EndingRule } from './rule.ts'

/** Placed on a preventive register, or convicted (the mirror of E6 and E7): ended on the document. */
export const t08: EndingRule = {
  rule: 'T8',
  basis: 'I',
  effect: 'suspend-first',
  needs: 'document',
}
