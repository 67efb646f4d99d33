import { isUnderWay } from '../applications/standing.ts'
import type { Board } from '../board/board.ts'
import { registryEnded } from './registry.ts'
import type { RosterColumn } from './roster.ts'

/** What names a person in the register. `person` is the keyed hash of the IIN. */
interface Named {
  callSign: string
  person?: string | undefined
  registration?: { number: string } | undefined
}

/** What the register has of some rows, each by whose it is. */
export interface Register {
  callSigns: Map<string, { person?: string | undefined }>
  /** Call sign, or empty when it is an application under way. */
  people: Map<string, string>
  registrations: Map<string, string>
}

/** Looks once through the register for what these rows name. */
export function registerFor(board: Board, rows: readonly Named[]): Register {
  const found: Register = { callSigns: new Map(), people: new Map(), registrations: new Map() }
  const callSigns = new Set(rows.map(({ callSign }) => callSign))
  const people = new Set(rows.map(({ person }) => person))
  const numbers = new Set(rows.map(({ registration }) => registration?.number))
  for (const {
    id,
    callSign,
    status,
    person = board.application.get(id)?.person,
    papers,
  } of board.assistant.values()) {
    if (callSigns.has(callSign)) found.callSigns.set(callSign, { person })
    if (person !== undefined && people.has(person) && !registryEnded.has(status))
      found.people.set(person, callSign)
    const number = papers?.registration?.number
    if (number !== undefined && numbers.has(number)) found.registrations.set(number, callSign)
  }
  for (const application of board.application.values()) {
    const { id, person, registration } = application
    const callSign = board.assistant.get(id)?.callSign ?? ''
    if (people.has(person) && !found.people.has(person) && isUnderWay(board, application))
      found.people.set(person, callSign)
    if (registration && numbers.has(registration.number))
      found.registrations.set(registration.number, callSign)
  }
  return found
}

/** Null: new. `known`: the person is in the register under this call sign. Else what somebody else has already. */
export type Standing = null | 'known' | { column: RosterColumn; code: string; callSign: string }

export function standsAs({ callSigns, people, registrations }: Register, row: Named): Standing {
  const { callSign, person, registration } = row
  const holder = callSigns.get(callSign)
  if (holder) {
    const other = person !== undefined && holder.person !== undefined && person !== holder.person
    return other ? { column: 'call_sign', code: 'roster.call-sign-taken', callSign } : 'known'
  }
  const same = person === undefined ? undefined : people.get(person)
  if (same !== undefined) return { column: 'iin', code: 'roster.iin-known', callSign: same }
  const numbered = registration && registrations.get(registration.number)
  if (numbered !== undefined)
    return { column: 'registration_number', code: 'roster.registration-known', callSign: numbered }
  return null
}
