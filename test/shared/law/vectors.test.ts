import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../shared/force-reports/evaluate.ts'
import { forceParameters, prosecutorDue } from '../../../shared/force-reports/parameters.ts'
import type { Criteria, Said } from '../../../shared/force-reports/types.ts'
import { eligibilityOf } from '../../../shared/law/eligibility/all.ts'
import { faultOfIin } from '../../../shared/law/iin.ts'

/** The worked rows of the law's tables, one case each. */
const known = {
  ...{ citizen: true, iin: '791028302728', idUntil: '2031-01-01', consent: true, insurance: false },
  checks: { E5: 'CLEAR', E6: 'CLEAR', E7: 'CLEAR', E8: 'CLEAR', E9: 'CLEAR' } as const,
}

describe('LAW-12 E2', () => {
  test.each([
    ['2008-02-29', '2026-02-28', 'NOT_CLEAR'],
    ['2008-02-29', '2026-03-01', 'CLEAR'],
    ['2008-03-01', '2026-02-28', 'NOT_CLEAR'],
    ['2008-03-01', '2026-03-01', 'CLEAR'],
  ] as const)('born %s, on %s: %s', (birthDate, asOf, verdict) => {
    expect(eligibilityOf({ ...known, birthDate, asOf }).E2).toBe(verdict)
  })
})

test.each([
  ['791028302728', null],
  ['061211600012', null],
  ['850101300005', null],
  ['850101300603', null],
  ['900228400014', null],
  ['040229500124', null],
  ['971028302728', 'checksum'],
  ['791028302738', null],
  ['79102830272', 'format'],
  ['79102830272A', 'format'],
  ['7910283027280', 'format'],
  ['000000000000', 'zeros'],
  ...Array.from({ length: 10 }, (_, digit) => [`85010130069${digit}`, 'checksum'] as const),
  ...Array.from({ length: 10 }, (_, digit) => [`01031560123${digit}`, 'checksum'] as const),
] as const)('LAW-13 IIN %s: %s', (iin, fault) => {
  expect(faultOfIin(iin)).toBe(fault)
})

/** P A G W as the table writes them, and O N R; 1, 0 or ? for unknown. */
function criteria(pagw: string, onr = '111'): Criteria {
  const [P, A, G, W, O, N, R] = Array.from(
    pagw + onr,
    (sign): Said => (sign === '1' ? 'yes' : sign === '0' ? 'no' : 'unknown'),
  ) as [Said, Said, Said, Said, Said, Said, Said]
  return { protected: P, armed: A, group: G, means: W, ground: O, necessary: N, proportionate: R }
}

test.each([
  ['F1', '0000', '111', 'COMPLIANT', []],
  ['F1', '0100', '111', 'COMPLIANT', []],
  ['F1', '0010', '111', 'COMPLIANT', []],
  ['F1', '0110', '111', 'COMPLIANT', []],
  ['F5', '1000', '111', 'VIOLATION', ['PROTECTED_PERSON']],
  ['F5', '1100', '111', 'COMPLIANT', ['EXC_ARMED']],
  ['F5', '1010', '111', 'COMPLIANT', ['EXC_GROUP']],
  ['F5', '1110', '111', 'COMPLIANT', ['EXC_ARMED', 'EXC_GROUP']],
  ['F4', '0001', '111', 'VIOLATION', ['WEAPON_OR_SPECIAL_MEANS']],
  ['F4', '1111', '111', 'VIOLATION', ['WEAPON_OR_SPECIAL_MEANS']],
  ['F1', '0000', '011', 'VIOLATION', ['NO_GROUND']],
  ['F2', '0000', '101', 'VIOLATION', ['NOT_NECESSARY']],
  ['F3', '0000', '110', 'VIOLATION', ['EXCESSIVE']],
  ['F3', '1001', '110', 'VIOLATION', ['PROTECTED_PERSON', 'WEAPON_OR_SPECIAL_MEANS', 'EXCESSIVE']],
  ['F6', '1?00', '111', 'NEEDS_REVIEW', []],
  ['F6', '?100', '111', 'COMPLIANT', []],
  ['F6', '?000', '111', 'NEEDS_REVIEW', []],
  ['F6', '?001', '111', 'VIOLATION', ['WEAPON_OR_SPECIAL_MEANS']],
  ['F6', '000?', '111', 'NEEDS_REVIEW', []],
  ['F6', '0000', '?11', 'NEEDS_REVIEW', []],
] as const)('LAW-14 %s: P A G W %s, O N R %s: %s %j', (_, pagw, onr, result, flags) => {
  expect(evaluate(criteria(pagw, onr))).toEqual({ result, flags })
})

test('LAW-14 F4: where the law allowed other means, the parameter lets them pass', () => {
  expect(evaluate(criteria('0001'), { meansForbidden: false }).result).toBe('COMPLIANT')
})

test('LAW-15 F7: the written part is due after 24 hours', () => {
  expect(forceParameters.writtenWithin).toBe(24 * 3_600_000)
})

test.each([
  ['off', ['death'], false],
  ['injury-or-death', ['none'], false],
  ['injury-or-death', [null], false],
  ['injury-or-death', ['none', 'light'], true],
  ['injury-or-death', ['death'], true],
  ['always', ['none'], true],
] as const)('LAW-16 F8: the prosecutor %s, injuries %j: told %s', (prosecutor, injuries, told) => {
  expect(prosecutorDue(injuries, { prosecutor })).toBe(told)
})
