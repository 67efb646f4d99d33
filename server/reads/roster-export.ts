import { setImmediate as nextTurn } from 'node:timers/promises'
import { papersOf } from '../../shared/assistants/papers.ts'
import { personalColumns, type RosterColumn, rosterColumns } from '../../shared/assistants/roster.ts'
import type { Assistant } from '../../shared/assistants/types.ts'
import { coversRegion, type Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import { csvLine } from '../../shared/formats/csv.ts'
import type { ReadParts } from './parts.ts'

/** People of one turn of the loop. */
const page = 200

export interface RosterExport {
  region: string
  /** With name, IIN, birth date and phone. */
  personal: boolean
  reason: string
}

/**
 * The register of a region as a table that can be imported again, by call sign. Each person's data is recorded as read
 * before it goes out.
 */
export async function* rosterLines(
  { live, vault, record }: ReadParts,
  staff: Viewer & { kind: 'staff' },
  { region, personal, reason }: RosterExport,
): AsyncGenerator<string> {
  const columns = rosterColumns.filter((column) => personal || !personalColumns.includes(column))
  // With its mark, so that a spreadsheet reads the letters.
  yield `\ufeff${csvLine(columns)}`
  const people = [...live.board.assistant.values()]
    .filter((assistant) => coversRegion(region, assistant.region))
    .map((assistant) => ({ assistant, place: placeOf(assistant) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ assistant }) => assistant)
  for (let at = 0; at < people.length; at += page) {
    await nextTurn()
    const part = people.slice(at, at + page)
    const ids = part.map(({ id }) => id)
    await record(staff, { kind: 'export', about: ids, reason })
    const rows = personal ? await vault.getMany(ids) : null
    yield part
      .map((assistant) => {
        const cells = cellsOf(live.board, assistant, rows?.get(assistant.id) ?? {})
        return csvLine(columns.map((column) => cells[column]))
      })
      .join('')
  }
}

/** A-412 comes before A-1002. */
function placeOf({ callSign }: Assistant): string {
  const [letters = '', digits = ''] = callSign.split('-')
  return `${letters}-${digits.padStart(6, '0')}-${digits}`
}

function cellsOf(
  board: Board,
  assistant: Assistant,
  { name = '', iin = '', birthDate = '', phone = '' }: Record<string, string>,
): Record<RosterColumn, string> {
  const { id, callSign, region, skills, status, trainedOn } = assistant
  const { registration, card } = papersOf(board, id)
  return {
    call_sign: callSign,
    name,
    iin,
    birth_date: birthDate,
    phone,
    region,
    skills: skills.join(' '),
    status,
    registration_number: registration?.number ?? '',
    registration_date: registration?.on ?? '',
    card_number: card?.number ?? '',
    badge_number: card?.badge ?? '',
    training_date: trainedOn ?? '',
  }
}
