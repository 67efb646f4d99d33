import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { registerFor, standsAs } from '../../shared/assistants/register.ts'
import type { RosterProgress, RosterResult } from '../../shared/assistants/roster.ts'
import { holds, type Viewer } from '../../shared/auth/viewer.ts'
import { dayOf } from '../../shared/law/day.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import type { App } from '../app.ts'
import { idOfReason } from '../pipeline/identifiers.ts'
import { type Roster, readRoster } from './roster.ts'
import type { RosterRow } from './roster-row.ts'

/** People of one command: some ten milliseconds of the loop at a time. */
const batch = 50

/** What may be otherwise a moment later, and the milliseconds to wait for it. */
const passing = new Set(['store.unavailable', 'command.busy'])
const pauses = [500, 2_000, 5_000]

export interface Bringing {
  /** Only says what would be. */
  preview: boolean
  progress(progress: RosterProgress): void
  /** Whoever asked has gone: what is done stands, and the same file goes on from there. */
  stopped(): boolean
}

export type Brought =
  | { ok: true; result: RosterResult }
  | (CommandAnswer & { ok: false; result: RosterResult })

/**
 * Brings the people of a file into the register, fifty a command. A command's id is made of who gives it and of its
 * people, so a file that is sent again, on whichever node, finds what has landed.
 */
export async function bringRoster(
  app: App,
  staff: Viewer & { kind: 'staff' },
  bytes: Uint8Array,
  { preview, progress, stopped }: Bringing,
): Promise<Brought> {
  const { live, pipeline, stores, clock } = app
  const roster = await readRoster(bytes, dayOf(clock.now()), (done, of) =>
    progress({ stage: 'reading', done, of }),
  )
  const rows = roster.rows.map(({ line, row }) => ({
    line,
    row: row.iin ? { ...row, person: stores.vault.keyedHash(`iin ${row.iin}`) } : row,
  }))
  const result: RosterResult = { ...counted(roster), imported: 0, skipped: 0, refused: roster.refused }

  for (let at = 0; at < rows.length && !stopped(); at += batch) {
    progress({ stage: 'importing', done: at, of: rows.length })
    const part = rows.slice(at, at + batch)
    const register = registerFor(
      live.board,
      part.map(({ row }) => row),
    )
    const fresh: RosterRow[] = []
    for (const { line, row } of part) {
      const standing = standsAs(register, row)
      if (!holds(staff, ['registrar'], row.region, null))
        result.refused.push({ line, column: 'region', code: 'roster.region-outside' })
      else if (standing === 'known') result.skipped++
      else if (standing === null) fresh.push(row)
      else {
        const { column, code, callSign } = standing
        result.refused.push({ line, column, code, ...(callSign && { params: { callSign } }) })
      }
    }
    if (preview) result.imported += fresh.length
    else if (fresh.length > 0) {
      // The decision looks through the whole register once more.
      await nextTurn()
      const answer = await givePatiently(app, () =>
        pipeline.give(staff, {
          id: idOfReason(`roster ${staff.account} ${hashOf(fresh)}`),
          type: 'ImportAssistants',
          body: { rows: fresh },
        }),
      )
      if (!answer.ok) return { ...answer, result: inOrder(result) }
      const landed = answer.result as { imported: number; skipped: string[] } | undefined
      result.imported += landed?.imported ?? 0
      result.skipped += landed?.skipped.length ?? 0
    }
    await nextTurn()
  }
  return { ok: true, result: inOrder(result) }
}

/** A store that is short of breath for a moment does not end a long import. */
async function givePatiently({ clock }: App, give: () => Promise<CommandAnswer>): Promise<CommandAnswer> {
  for (const pause of pauses) {
    const answer = await give()
    if (answer.ok || !passing.has(answer.code)) return answer
    await new Promise<void>((done) => clock.after(pause, done))
  }
  return give()
}

const counted = ({ encoding, lines }: Roster) => ({ encoding, lines, refusedLines: 0 })

const hashOf = (rows: readonly RosterRow[]) => createHash('sha256').update(JSON.stringify(rows)).digest('hex')

/** As the lines of the file follow each other. */
function inOrder(result: RosterResult): RosterResult {
  const refused = result.refused.sort((a, b) => a.line - b.line)
  return { ...result, refused, refusedLines: new Set(refused.map(({ line }) => line)).size }
}
