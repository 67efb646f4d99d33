/** The columns of a roster as a file, in the order in which the register is written out. */
export const rosterColumns = [
  'call_sign',
  'name',
  'iin',
  'birth_date',
  'phone',
  'region',
  'skills',
  'status',
  'registration_number',
  'registration_date',
  'card_number',
  'badge_number',
  'training_date',
] as const
export type RosterColumn = (typeof rosterColumns)[number]

/** Without these a file is no roster. */
export const neededColumns: readonly RosterColumn[] = ['call_sign', 'name', 'region']

/** What the vault keeps: left out for whoever may not have them. */
export const personalColumns: readonly RosterColumn[] = ['name', 'iin', 'birth_date', 'phone']

/** One thing that is wrong with one line, as an editor counts them; the sentence stands under `refusals:<code>`. */
export interface RosterFault {
  line: number
  column: RosterColumn | 'file'
  code: string
  /** The rule that says no, when it is one of the law's. */
  rule?: string
  params?: Record<string, string | number>
}

/** How letters are written in a file. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'kz-1048'

/** What is being done with a file. `reading` counts characters, `importing` lines. */
export interface RosterProgress {
  stage: 'reading' | 'importing'
  done: number
  of: number
}

/** What has been done with a file, or would be. */
export interface RosterResult {
  encoding: Encoding
  /** Lines with a person on them. */
  lines: number
  imported: number
  /** People whom the register has already. */
  skipped: number
  /** Lines that were refused; each has one fault or more. */
  refusedLines: number
  refused: RosterFault[]
}
