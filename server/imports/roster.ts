import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parse } from 'csv-parse'
import {
  type Encoding,
  neededColumns,
  type RosterColumn,
  type RosterFault,
  rosterColumns,
} from '../../shared/assistants/roster.ts'
import type { Day } from '../../shared/law/day.ts'
import { fileText } from './file-text.ts'
import { type RosterRow, readRow } from './roster-row.ts'

export interface Roster {
  encoding: Encoding
  /** Lines with a person on them, right and wrong ones. */
  lines: number
  /** The right ones, with the line an editor counts. */
  rows: { line: number; row: RosterRow }[]
  refused: RosterFault[]
}

/** Bytes of a file, and people in it: the country's register is a tenth of that. */
export const largestRoster = 32 * 1024 * 1024
const mostLines = 200_000
/** Characters that are read in one turn of the loop: a few milliseconds. */
const slice = 4_096
const linesAtOnce = 50
const longestLine = 10_000

/**
 * Reads a table of people: `;`, `,` or tabs, a first line that names its columns, in any of the usual writings. A wrong
 * line is refused with all that is wrong with it and never half taken; the others stand. `progress` hears how far it is.
 */
export async function readRoster(
  bytes: Uint8Array,
  today: Day,
  progress: (done: number, of: number) => void = () => {},
): Promise<Roster> {
  const { text, encoding } = fileText(bytes)
  const roster: Roster = { encoding, lines: 0, rows: [], refused: [] }
  const seen = {
    callSign: new Map<string, number>(),
    iin: new Map<string, number>(),
    number: new Map<string, number>(),
  }
  let columns: (RosterColumn | null)[] | null = null

  async function* slices() {
    let unbroken = 0
    for (let at = 0; at < text.length; at += slice) {
      progress(at, text.length)
      await nextTurn()
      const part = text.slice(at, at + slice)
      const lastBreak = Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r'))
      unbroken = lastBreak < 0 ? unbroken + part.length : 0
      // The parser counts letters only: millions of empty cells would be one line for it.
      if (unbroken > longestLine) throw new Error('a line without an end')
      yield part
    }
  }
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(text),
    skip_empty_lines: true,
    // A line that is too short is refused by itself, by the column it lacks.
    relax_column_count: true,
    max_record_size: longestLine,
    info: true,
  })
  const source = Readable.from(slices()).on('error', (error) => parser.destroy(error))
  try {
    for await (const { info, record } of source.pipe(parser) as AsyncIterable<Parsed>) {
      if (!columns) {
        columns = record.map(columnNamed)
        const missing = neededColumns.find((column) => !columns?.includes(column))
        if (missing) return whole(roster, info.lines, 'roster.no-column', { column: missing })
        continue
      }
      if (record.every((cell) => cell.trim() === '')) continue
      if (++roster.lines > mostLines)
        return whole(roster, info.lines, 'roster.too-many', { limit: mostLines })
      take(roster, seen, info.lines, cellsOf(columns, record), today)
      // Thousands of short ones stand in one slice.
      if (roster.lines % linesAtOnce === 0) await nextTurn()
    }
    if (!columns) whole(roster, 1, 'roster.no-column', { column: 'call_sign' })
  } catch (error) {
    whole(roster, (error as { lines?: number }).lines ?? 1, 'roster.unreadable')
  } finally {
    source.destroy()
  }
  return roster
}

interface Parsed {
  info: { lines: number }
  record: string[]
}

interface Seen {
  callSign: Map<string, number>
  iin: Map<string, number>
  number: Map<string, number>
}

/** A person named twice in one file stands where they are first; the second line is refused. */
function take(
  { rows, refused }: Roster,
  seen: Seen,
  line: number,
  cells: Partial<Record<RosterColumn, string>>,
  today: Day,
): void {
  const read = readRow(cells, today)
  if ('faults' in read) {
    for (const fault of read.faults) refused.push({ line, ...fault })
    return
  }
  const { callSign, iin, registration } = read.row
  const named = [
    ['call_sign', 'roster.call-sign-twice', seen.callSign, callSign],
    ['iin', 'roster.iin-twice', seen.iin, iin],
    ['registration_number', 'roster.registration-twice', seen.number, registration?.number],
  ] as const
  let twice = false
  for (const [column, code, map, value] of named) {
    const first = value === undefined ? undefined : map.get(value)
    if (first === undefined) continue
    refused.push({ line, column, code, params: { line: first } })
    twice = true
  }
  if (twice) return
  for (const [, , map, value] of named) if (value !== undefined) map.set(value, line)
  rows.push({ line, row: read.row })
}

/** The file says no more, or nothing at all. */
function whole(roster: Roster, line: number, code: string, params?: RosterFault['params']): Roster {
  roster.refused.push({ line, column: 'file', code, ...(params && { params }) })
  return roster
}

const columnNamed = (title: string): RosterColumn | null =>
  rosterColumns.find((column) => column === title.trim().toLowerCase()) ?? null

function cellsOf(columns: readonly (RosterColumn | null)[], record: readonly string[]) {
  const cells: Partial<Record<RosterColumn, string>> = {}
  for (const [at, column] of columns.entries()) if (column) cells[column] = record[at] ?? ''
  return cells
}

/** The one that the first line has most of. */
function delimiterOf(text: string): string {
  const head = text.slice(0, longestLine)
  const end = head.search(/[\r\n]/)
  const first = end < 0 ? head : head.slice(0, end)
  const count = (mark: string) => first.split(mark).length
  return [';', ',', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
