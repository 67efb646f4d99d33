import { type ForceParameters, forceParameters } from './parameters.ts'
import type { Category, Criteria, Evaluation, Flag, Said } from './types.ts'

const not = (value: Said): Said => (value === 'yes' ? 'no' : value === 'no' ? 'yes' : 'unknown')
const or = (...values: Said[]): Said =>
  values.includes('yes') ? 'yes' : values.includes('unknown') ? 'unknown' : 'no'

/**
 * O & N & R & !W & (!P | A | G) in Kleene's logic: one term that is surely false is a violation, else one that is not
 * known asks for a look. The last term is one: it fails only when a protected person surely attacked in neither way.
 */
export function evaluate(
  criteria: Criteria,
  { meansForbidden }: Pick<ForceParameters, 'meansForbidden'> = forceParameters,
): Evaluation {
  const { protected: who, armed, group, means, ground, necessary, proportionate } = criteria
  const terms: [Said, Flag][] = [
    [or(not(who), armed, group), 'PROTECTED_PERSON'],
    [meansForbidden ? not(means) : 'yes', 'WEAPON_OR_SPECIAL_MEANS'],
    [ground, 'NO_GROUND'],
    [necessary, 'NOT_NECESSARY'],
    [proportionate, 'EXCESSIVE'],
  ]
  const violated = terms.filter(([value]) => value === 'no').map(([, flag]) => flag)
  if (violated.length > 0) return { result: 'VIOLATION', flags: violated }
  if (terms.some(([value]) => value === 'unknown')) return { result: 'NEEDS_REVIEW', flags: [] }
  const exceptions: Flag[] = [
    ...(who === 'yes' && armed === 'yes' ? (['EXC_ARMED'] as const) : []),
    ...(who === 'yes' && group === 'yes' ? (['EXC_GROUP'] as const) : []),
  ]
  return { result: 'COMPLIANT', flags: exceptions }
}

/** The worst of several people: what the list shows of a report. */
export function worst(evaluations: readonly Evaluation[]): Evaluation['result'] {
  const results = evaluations.map(({ result }) => result)
  return (['VIOLATION', 'NEEDS_REVIEW'] as const).find((one) => results.includes(one)) ?? 'COMPLIANT'
}

/** The term P, from whom the force was used against; null when the categories contradict each other. */
export function protectedBy(categories: readonly Category[]): Said | null {
  const alone = categories.find((one) => one === 'none' || one === 'unknown')
  if (categories.length === 0 || (alone && categories.length > 1)) return null
  return alone === 'none' ? 'no' : (alone ?? 'yes')
}
