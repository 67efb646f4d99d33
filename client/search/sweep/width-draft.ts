import { leastDistances, mostDistances } from '../../../shared/search/commands.ts'
import type { SweepWidth } from '../../../shared/search/types.ts'
import { lateralRange, type Passed, sweepWidthOf } from '../../../shared/search-theory/lateral-range.ts'
import { sweepWidth, type Visibility } from '../../../shared/search-theory/sweep-width.ts'

/** A distance of a test as it is typed. */
export interface PassedRow {
  distance: string
  seen: string
  missed: string
}

/** What is typed of a sweep width; a choice keeps what was typed under the others. */
export interface WidthDraft {
  source: SweepWidth['source']
  metres: number | null
  rd: number | null
  visibility: Visibility
  rows: PassedRow[]
}

/** From the width that holds; its rows can be corrected. */
export function widthDraft(old: SweepWidth | undefined): WidthDraft {
  const rows = (old?.passed ?? []).map(({ distance, seen, missed }) => ({
    distance: String(distance),
    ...{ seen: String(seen), missed: String(missed) },
  }))
  return {
    ...{ source: old?.source ?? 'estimate', metres: old?.metres ?? 20, rd: old?.rd ?? null },
    ...{ visibility: old?.visibility ?? 'medium', rows: withBlank(rows) },
  }
}

const blank: PassedRow = { distance: '', seen: '', missed: '' }
const isBlank = (row: PassedRow) => Object.values(row).every((text) => text.trim() === '')

/** Rows to type in: there is always an empty one to go on with. */
export function withBlank(rows: readonly PassedRow[]): PassedRow[] {
  const last = rows.at(-1)
  const room = rows.length < mostDistances
  return room && (!last || !isBlank(last)) ? [...rows, blank] : [...rows]
}

/** The rows that say something, and the numbers (from 1) of those that are begun and do not. */
export function passedOf(rows: readonly PassedRow[]): { passed: Passed[]; wrong: number[] } {
  const passed: Passed[] = []
  const wrong: number[] = []
  for (const [i, row] of rows.entries()) {
    if (isBlank(row)) continue
    const distance = numberOf(row.distance)
    const [seen, missed] = [countOf(row.seen), countOf(row.missed)]
    if (
      distance === null ||
      Math.abs(distance) > 500 ||
      seen === null ||
      missed === null ||
      seen + missed === 0
    )
      wrong.push(i + 1)
    else passed.push({ distance, seen, missed })
  }
  return { passed, wrong }
}

/** As a command has it, to a centimetre; null while something is missing, or nothing was seen. */
export function widthOf({ source, metres, rd, visibility, rows }: WidthDraft): SweepWidth | null {
  if (source === 'estimate') return metres === null ? null : { metres, source }
  if (source === 'rd-test')
    return rd === null ? null : { metres: rounded(sweepWidth(rd, visibility).metres), source, rd, visibility }
  const { passed, wrong } = passedOf(rows)
  const tested = rounded(sweepWidthOf(lateralRange(passed)))
  if (wrong.length > 0 || passed.length < leastDistances || tested < 0.5 || tested > 500) return null
  return { metres: tested, source, visibility, passed }
}

const rounded = (metres: number) => Math.round(metres * 100) / 100

function numberOf(text: string): number | null {
  const value = Number(text.trim().replace(',', '.').replace('−', '-'))
  return text.trim() === '' || !Number.isFinite(value) ? null : value
}

/** Nothing typed is none. */
function countOf(text: string): number | null {
  const value = text.trim() === '' ? 0 : numberOf(text)
  return value !== null && Number.isInteger(value) && value >= 0 && value <= 999 ? value : null
}
