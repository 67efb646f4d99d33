import type { z } from 'zod'
import { rosterRow } from '../../shared/assistants/commands.ts'
import { faultOfPerson } from '../../shared/assistants/person.ts'
import type { RosterColumn, RosterFault } from '../../shared/assistants/roster.ts'
import { type Day, dayOfText, isDay } from '../../shared/law/day.ts'
import { lawParameters } from '../../shared/law/parameters.ts'

export type RosterRow = z.output<typeof rosterRow>

type Cells = Partial<Record<RosterColumn, string>>
type Fault = Omit<RosterFault, 'line'>

/** A spreadsheet would run it. A phone's plus is none: only digits follow. */
const formula = /^(\s*[=+\-@]|[\t\r])/
const phoneNumber = /^\+?[\d\s()-]+$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: a letter that was lost on the way is one of these
const lostLetter = /[\ufffd\u0000-\u0008\u0080-\u009f]/

const columnOf = {
  callSign: 'call_sign',
  name: 'name',
  phone: 'phone',
  region: 'region',
  skills: 'skills',
  iin: 'iin',
  status: 'status',
} as const satisfies Record<string, RosterColumn>

/** One line as a person, or all that is wrong with it. */
export function readRow(cells: Cells, today: Day): { row: RosterRow } | { faults: Fault[] } {
  const faults: Fault[] = []
  const say = (column: RosterColumn, code: string, more: Pick<Fault, 'rule' | 'params'> = {}) => {
    if (!faults.some((fault) => fault.column === column)) faults.push({ column, code, ...more })
  }
  for (const [column, raw = ''] of Object.entries(cells) as [RosterColumn, string | undefined][]) {
    if (lostLetter.test(raw)) say(column, 'roster.bytes')
    else if (formula.test(raw) && !(column === 'phone' && phoneNumber.test(raw.trim())))
      say(column, 'roster.formula')
  }
  const of = (column: RosterColumn) => cells[column]?.trim() ?? ''
  const day = (column: RosterColumn, mayCome = false): Day | undefined => {
    const text = of(column)
    if (text === '') return undefined
    const found = isDay(text) ? text : dayOfText(text)
    if (found === null) say(column, 'roster.date')
    else if (found > today && !mayCome) say(column, 'roster.date-to-come')
    return found ?? undefined
  }
  const iin = of('iin') || undefined
  const birthDate = day('birth_date', true)
  const rule = faultOfPerson({ iin, birthDate }, today)
  if (rule === 'E3') say('iin', 'roster.iin', { rule })
  // Under age whatever the IIN is.
  if (faultOfPerson({ birthDate }, today) === 'E2')
    say('birth_date', 'roster.under-age', { rule: 'E2', params: { years: lawParameters.adultYears } })
  const registeredOn = day('registration_date')
  const trainedOn = day('training_date')
  const phone = of('phone')
    .replace(/[\s()-]/g, '')
    .replace(/^8(?=\d{10}$)/, '+7')
    .replace(/^7(?=\d{10}$)/, '+7')
  const number = of('registration_number')
  if ((number === '') !== (of('registration_date') === ''))
    say(number === '' ? 'registration_number' : 'registration_date', 'roster.half')
  const card = { number: of('card_number'), badge: of('badge_number') }
  if ((card.number === '') !== (card.badge === ''))
    say(card.number === '' ? 'card_number' : 'badge_number', 'roster.half')
  const parsed = rosterRow.safeParse({
    ...{ callSign: of('call_sign'), name: of('name'), region: of('region') },
    skills: of('skills').split(/\s+/).filter(Boolean),
    ...(phone && { phone }),
    ...(iin && { iin }),
    ...(birthDate && { birthDate }),
    ...statusOf(cells),
    ...(number && registeredOn && { registration: { number, on: registeredOn } }),
    ...(card.number && card.badge && { card }),
    ...(trainedOn && { trainedOn }),
  })
  for (const { path } of parsed.success ? [] : parsed.error.issues) {
    const column = faultyColumn(path)
    say(column, codes[column] ?? 'roster.number')
  }
  return faults.length > 0 || !parsed.success ? { faults } : { row: parsed.data }
}

const codes: Partial<Record<RosterColumn, string>> = {
  call_sign: 'roster.call-sign',
  name: 'roster.name',
  phone: 'roster.phone',
  region: 'roster.region',
  skills: 'roster.skills',
  iin: 'roster.iin',
  status: 'roster.status',
}

/** Only the mark of the police makes somebody ACTIVE: without it they are registered, and get their card first. */
const statusOf = ({ status }: Cells) => ({ status: status?.trim().toUpperCase() || 'REGISTERED' })

function faultyColumn([field, part]: PropertyKey[]): RosterColumn {
  if (field === 'card') return part === 'badge' ? 'badge_number' : 'card_number'
  if (field === 'registration') return 'registration_number'
  return columnOf[field as keyof typeof columnOf] ?? 'call_sign'
}
