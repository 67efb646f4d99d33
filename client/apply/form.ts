import type { Body } from '../../shared/board/commands.ts'
import type { WordKey } from '../../shared/i18n/keys.ts'
import { dayOfText } from '../../shared/law/day.ts'
import { faultOfIin, iinNamesBirth } from '../../shared/law/iin.ts'

type Applicant = Omit<Body<'SubmitApplication'>, 'person' | 'documents' | 'followUp'>

/** What is typed, as it is typed. */
export interface Typed {
  name: string
  iin: string
  birthDate: string
  citizen: boolean
  phone: string
  region: string
  idUntil: string
  consent: boolean
}
export type Field = keyof Typed | 'copy'

/** The law's rule that a field is about; the others are only ways to reach and place the applicant. */
export const ruleOfField: Partial<Record<Field, string>> = {
  ...{ citizen: 'E1', birthDate: 'E2', iin: 'E3', copy: 'E4', idUntil: 'E4', consent: 'E10' },
}

export const nothing: Typed = {
  ...{ name: '', iin: '', birthDate: '', citizen: false, phone: '', region: '', idUntil: '', consent: false },
}

/** 8 701…, 7 701… and 701… are one number. */
const phoneOf = (typed: string): string =>
  typed
    .replace(/[\s()-]/g, '')
    .replace(/^8(?=\d{10}$)/, '+7')
    .replace(/^7(?=\d{10}$)/, '+7')
    .replace(/^(?=7\d{9}$)/, '+7')

export function applicantOf(typed: Typed, insurance: boolean): Applicant {
  const { citizen, region, consent } = typed
  return {
    ...{ citizen, region, consent, insurance },
    name: typed.name.trim(),
    iin: typed.iin.trim(),
    phone: phoneOf(typed.phone),
    birthDate: dayOfText(typed.birthDate) ?? '',
    idUntil: dayOfText(typed.idUntil) ?? '',
  }
}

/** What the IIN's own digits say, while it is typed. */
export function iinSays({ iin, birthDate }: Typed): { words: WordKey; wrong: boolean } | null {
  const digits = iin.trim()
  if (digits.length < 12) return null
  const fault = faultOfIin(digits)
  if (fault) return { words: `apply:iin.${fault}`, wrong: true }
  const born = dayOfText(birthDate)
  if (born && !iinNamesBirth(digits, born)) return { words: 'apply:iin.other-birth', wrong: false }
  return { words: 'apply:iin.good', wrong: false }
}

/** What is missing or cannot be, field by field; empty = may be sent. The law's rules are the server's to say. */
export function faultsOf(typed: Typed, hasCopy: boolean): Partial<Record<Field, WordKey>> {
  const faults: Partial<Record<Field, WordKey>> = {}
  const fault = faultOfIin(typed.iin.trim())
  if (typed.name.trim() === '') faults.name = 'apply:fault.name'
  if (fault) faults.iin = `apply:iin.${fault}`
  if (!dayOfText(typed.birthDate)) faults.birthDate = 'apply:fault.date'
  if (!typed.citizen) faults.citizen = 'apply:fault.citizen'
  if (!/^\+7(70\d|747|77\d)\d{7}$/.test(phoneOf(typed.phone))) faults.phone = 'apply:fault.phone'
  if (typed.region === '') faults.region = 'apply:fault.region'
  if (!dayOfText(typed.idUntil)) faults.idUntil = 'apply:fault.date'
  if (!hasCopy) faults.copy = 'apply:fault.copy'
  if (!typed.consent) faults.consent = 'apply:fault.consent'
  return faults
}
