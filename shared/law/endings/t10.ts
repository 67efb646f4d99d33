import type { EndingRule } from './rule.ts'

/** Systematic breach or abuse: suspended, and the police decide [I, not confirmed]. */
export const t10: EndingRule = {
  rule: 'T10',
  basis: 'I',
  effect: 'suspend-first',
  needs: 'police',
}
