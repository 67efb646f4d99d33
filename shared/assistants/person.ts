import type { Day } from '../law/day.ts'
import { e02 } from '../law/eligibility/e02.ts'
import { e03 } from '../law/eligibility/e03.ts'

/** Which rule somebody of a list breaks by birth date or IIN; null for none, and where the list says nothing. */
export function faultOfPerson(
  { iin, birthDate }: { iin?: string | undefined; birthDate?: string | undefined },
  asOf: Day,
): 'E2' | 'E3' | null {
  const input = {
    ...{ asOf, citizen: null, consent: null, idUntil: null, insurance: null, checks: {} },
    ...{ iin: iin ?? null, birthDate: birthDate ?? null },
  }
  if (e03.check(input) === 'NOT_CLEAR') return 'E3'
  return e02.check(input) === 'NOT_CLEAR' ? 'E2' : null
}
