import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../shared/force-reports/evaluate.ts'
import { type Criteria, type Said, terms } from '../../../shared/force-reports/types.ts'
import { criteria } from '../../kit/force.ts'

/** Every combination of these answers over the seven terms. */
const combinations = (values: Said[]): Criteria[] =>
  terms.reduce<Partial<Criteria>[]>(
    (all, term) => all.flatMap((one) => values.map((value) => ({ ...one, [term]: value }))),
    [{}],
  ) as Criteria[]

const definite = combinations(['yes', 'no'])
const is = (value: Said) => value === 'yes'
/** The law's formula over booleans, written down a second time. */
const complies = (c: Criteria) =>
  is(c.ground) &&
  is(c.necessary) &&
  is(c.proportionate) &&
  !is(c.means) &&
  (!is(c.protected) || is(c.armed) || is(c.group))

describe('the criteria of force', () => {
  test('FORCE-REP-1 of the 128 definite combinations 7 comply, each as the table of the law says', () => {
    expect(definite).toHaveLength(128)
    expect(definite.filter(complies)).toHaveLength(7)
    for (const one of definite)
      expect(evaluate(one).result, JSON.stringify(one)).toBe(complies(one) ? 'COMPLIANT' : 'VIOLATION')
  })

  test('FORCE-REP-1 flags add up, one for each term that fails', () => {
    for (const one of definite) {
      const { result, flags } = evaluate(one)
      if (result === 'COMPLIANT') continue
      expect(flags).toEqual([
        ...(is(one.protected) && !is(one.armed) && !is(one.group) ? ['PROTECTED_PERSON'] : []),
        ...(is(one.means) ? ['WEAPON_OR_SPECIAL_MEANS'] : []),
        ...(is(one.ground) ? [] : ['NO_GROUND']),
        ...(is(one.necessary) ? [] : ['NOT_NECESSARY']),
        ...(is(one.proportionate) ? [] : ['EXCESSIVE']),
      ])
    }
    const exception = { ...criteria, protected: 'yes', armed: 'yes', group: 'yes' } as const
    expect(evaluate(exception).flags).toEqual(['EXC_ARMED', 'EXC_GROUP'])
    expect(evaluate(criteria).flags).toEqual([])
  })

  test('FORCE-REP-2 what is not known gives a review, unless every way of knowing it gives the same', () => {
    const all = combinations(['yes', 'no', 'unknown'])
    expect(all).toHaveLength(2187)
    for (const one of all) {
      // What it could turn out to be: every definite combination that agrees with what is known.
      const possible = definite.filter((way) =>
        terms.every((term) => one[term] === 'unknown' || one[term] === way[term]),
      )
      const results = new Set(possible.map(complies))
      const expected = results.size > 1 ? 'NEEDS_REVIEW' : results.has(true) ? 'COMPLIANT' : 'VIOLATION'
      expect(evaluate(one).result, JSON.stringify(one)).toBe(expected)
    }
  })

  test.each([
    ['yes', 'unknown', 'no', 'NEEDS_REVIEW'],
    ['unknown', 'yes', 'unknown', 'COMPLIANT'],
    ['unknown', 'no', 'no', 'NEEDS_REVIEW'],
  ] as const)('FORCE-REP-2 protected %s, armed %s, group %s: %s', (who, armed, group, result) => {
    expect(evaluate({ ...criteria, protected: who, armed, group }).result).toBe(result)
  })
})
