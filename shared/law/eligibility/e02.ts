import { addDays, isDay } from '../day.ts'
import { lawParameters } from '../parameters.ts'
import { type EligibilityRule, verdict } from './rule.ts'

/**
 * Eighteen on the day of receipt; who is born on 29 February comes of age on 1 March. A birth date that nobody alive has
 * holds for nobody.
 */
export const e02: EligibilityRule = {
  rule: 'E2',
  basis: 'S/C',
  check: ({ birthDate, asOf }) =>
    verdict(birthDate === null ? null : asOf >= adultFrom(birthDate) && birthDate >= oldest(asOf)),
}

const oldest = (asOf: string) => `${Number(asOf.slice(0, 4)) - lawParameters.oldestYears}${asOf.slice(4)}`

function adultFrom(birthDate: string): string {
  const year = Number(birthDate.slice(0, 4)) + lawParameters.adultYears
  const birthday = `${String(year).padStart(4, '0')}${birthDate.slice(4)}`
  return isDay(birthday) ? birthday : addDays(`${birthday.slice(0, 4)}-02-28`, 1)
}
