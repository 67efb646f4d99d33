import type { WordKey } from '../../shared/i18n/keys.ts'

/** The first line of the file, as the server reads it. */
export const header = 'call_sign;name;phone;region;skills'

/** What the server says about a file before anything is done. */
export interface Preview {
  imported: number
  /** Call signs that the register has. */
  skipped: number
  refused: { line: number; column: string }[]
  /** Call signs of regions that this registrar has no grant for. */
  outside: string[]
}

const columns: Record<string, WordKey> = {
  file: 'registry:wrong.file',
  callSign: 'registry:wrong.call-sign',
  name: 'registry:wrong.name',
  phone: 'registry:wrong.phone',
  region: 'registry:wrong.region',
  skills: 'registry:wrong.skills',
}

/** What is wrong with a line, by the column it failed at. */
export const columnWords = (column: string): WordKey => columns[column] ?? 'registry:wrong.row'
