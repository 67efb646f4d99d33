import { describe, expect, test } from 'vitest'
import { bindingRules, eligibilityOf, standingInTheWay } from '../../../shared/law/eligibility/all.ts'
import type { EligibilityId, EligibilityInput } from '../../../shared/law/eligibility/rule.ts'

const clear = { E5: 'CLEAR', E6: 'CLEAR', E7: 'CLEAR', E8: 'CLEAR', E9: 'CLEAR' } as const
const good: EligibilityInput = {
  ...{
    asOf: '2026-03-02',
    citizen: true,
    birthDate: '1979-10-28',
    iin: '791028302728',
    idUntil: '2031-04-01',
  },
  ...{ checks: clear, consent: true, insurance: true },
}
const of = (change: Partial<EligibilityInput>) => eligibilityOf({ ...good, ...change })

/** What breaks each rule, and what leaves it unanswered. */
const cases: [string, EligibilityId, Partial<EligibilityInput>, Partial<EligibilityInput>][] = [
  ['ELIG-1 a citizen', 'E1', { citizen: false }, { citizen: null }],
  ['ELIG-2 of age', 'E2', { birthDate: '2010-01-01' }, { birthDate: null }],
  ['ELIG-3 the IIN', 'E3', { iin: '971028302728' }, { iin: null }],
  ['ELIG-4 the copied document', 'E4', { idUntil: '2026-03-01' }, { idUntil: null }],
  [
    'ELIG-5 criminal proceedings',
    'E5',
    { checks: { ...clear, E5: 'NOT_CLEAR' } },
    { checks: { ...clear, E5: 'PENDING' } },
  ],
  [
    'ELIG-6 the preventive register',
    'E6',
    { checks: { ...clear, E6: 'NOT_CLEAR' } },
    { checks: { ...clear, E6: 'PENDING' } },
  ],
  [
    'ELIG-7 a conviction',
    'E7',
    { checks: { ...clear, E7: 'NOT_CLEAR' } },
    { checks: { ...clear, E7: 'PENDING' } },
  ],
  [
    'ELIG-8 an administrative penalty',
    'E8',
    { checks: { ...clear, E8: 'NOT_CLEAR' } },
    { checks: { ...clear, E8: 'PENDING' } },
  ],
  [
    'ELIG-9 the medical check',
    'E9',
    { checks: { ...clear, E9: 'NOT_CLEAR' } },
    { checks: { ...clear, E9: 'PENDING' } },
  ],
  ['ELIG-10 consent', 'E10', { consent: false }, { consent: null }],
]

describe('who may become a public assistant', () => {
  test.each(cases)('%s (%s) fails by itself, and unknown is pending', (_, rule, broken, unknown) => {
    expect(of(broken)[rule]).toBe('NOT_CLEAR')
    expect(standingInTheWay(of(broken))).toEqual([rule])
    expect(of(unknown)[rule]).toBe('PENDING')
    expect(standingInTheWay(of(unknown))).toEqual([rule])
  })

  test('ELIG-11 E11: insurance is shown and never stands in the way', () => {
    for (const insurance of [true, false, null]) expect(standingInTheWay(of({ insurance }))).toEqual([])
    expect(of({ insurance: false }).E11).toBe('NOT_CLEAR')
  })

  test('ELIG-12 all rules are judged and all failures named together; of nothing known nothing passes', () => {
    expect(standingInTheWay(of({ citizen: false, consent: false, checks: {} }))).toEqual([
      ...['E1', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10'],
    ])
    const nothing = { citizen: null, birthDate: null, iin: null, idUntil: null, checks: {}, consent: null }
    expect(standingInTheWay(of({ ...nothing, insurance: null }))).toEqual(bindingRules)
    expect(bindingRules).toEqual(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10'])
  })

  test.each([
    ['2008-02-29', '2026-02-28', 'NOT_CLEAR'],
    ['2008-02-29', '2026-03-01', 'CLEAR'],
    ['2008-03-01', '2026-02-28', 'NOT_CLEAR'],
    ['2008-03-01', '2026-03-01', 'CLEAR'],
  ])('ELIG-13 born %s is of age on %s: %s', (birthDate, asOf, expected) => {
    expect(of({ birthDate, asOf }).E2).toBe(expected)
  })

  test('ELIG-14 an IIN that names another birth date refuses nobody', () => {
    expect(standingInTheWay(of({ birthDate: '1979-10-29' }))).toEqual([])
  })
})
