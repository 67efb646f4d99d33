const first = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const second = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

export type IinFault = 'format' | 'zeros' | 'checksum'

/**
 * What is wrong with an individual identification number (ИИН), or null. Twelve digits, the last one a check digit: the
 * weighted sum modulo 11, and with other weights when that is 10; if it is 10 again no number with these digits is
 * given out. Twelve zeros pass the sum and are refused by name. An error in the 11th digit goes unseen in the first
 * pass, for its weight is 11.
 */
export function faultOfIin(iin: string): IinFault | null {
  if (!/^\d{12}$/.test(iin)) return 'format'
  if (iin === '000000000000') return 'zeros'
  const digits = Array.from(iin, Number)
  const sum = (weights: number[]) =>
    weights.reduce((total, weight, at) => total + weight * (digits[at] as number), 0) % 11
  const once = sum(first)
  const check = once === 10 ? sum(second) : once
  return check === digits[11] ? null : 'checksum'
}

/** Whether the first six digits are this birth date. They do not bind: a difference is shown and refuses nobody. */
export function iinNamesBirth(iin: string, birthDate: string): boolean {
  return iin.slice(0, 6) === birthDate.replaceAll('-', '').slice(2)
}
