import { parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { rosterRow } from '../../shared/assistants/commands.ts'

export type RosterRow = z.output<typeof rosterRow>

export interface Roster {
  rows: RosterRow[]
  /** Lines as an editor counts them, with the column that is wrong. */
  refused: { line: number; column: string }[]
}

/**
 * Reads `call_sign;name;phone;region;skills` (comma or semicolon, a header line, UTF-8 with or without BOM; skills are
 * divided by blanks). A wrong row is refused by line and column and never half taken; the others stand. What was not
 * UTF-8 has become U+FFFD on its way here, and a person must not be registered under such a name.
 */
export function readRoster(csv: string): Roster {
  const delimiter = csv.slice(0, csv.indexOf('\n')).includes(';') ? ';' : ','
  let records: { info: { lines: number }; record: Record<string, string> }[]
  try {
    records = parse(csv, {
      bom: true,
      columns: true,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      // A line that is too short is refused by itself, by the column it lacks.
      relax_column_count: true,
      info: true,
    })
  } catch (error) {
    return { rows: [], refused: [{ line: (error as { lines?: number }).lines ?? 1, column: 'file' }] }
  }
  const roster: Roster = { rows: [], refused: [] }
  const taken = new Set<string>()
  for (const { info, record } of records) {
    const { call_sign: callSign, name, phone, region, skills } = record
    const parsed = rosterRow.safeParse({
      callSign,
      name,
      ...(phone ? { phone: phone.replace(/[\s()-]/g, '').replace(/^8(?=\d{10}$)/, '+7') } : {}),
      region,
      skills: (skills ?? '').split(/\s+/).filter(Boolean),
    })
    if (name?.includes('\ufffd')) {
      roster.refused.push({ line: info.lines, column: 'name' })
    } else if (!parsed.success) {
      roster.refused.push({ line: info.lines, column: String(parsed.error.issues[0]?.path[0] ?? 'row') })
    } else if (taken.has(parsed.data.callSign)) {
      roster.refused.push({ line: info.lines, column: 'callSign' })
    } else {
      taken.add(parsed.data.callSign)
      roster.rows.push(parsed.data)
    }
  }
  return roster
}
