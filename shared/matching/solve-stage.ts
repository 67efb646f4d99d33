import type { LatLng } from '../geo/lat-lng.ts'
import type { Id } from '../kernel/ids.ts'
import { type Assignment, type AssignmentProblem, type AssignmentRow, assign } from './assign.ts'
import { type Candidates, makeCandidates, speedClasses } from './candidates.ts'
import { MOST_SECONDS, type Traveller } from './cost.ts'
import type { Before } from './resume.ts'

export interface Stage {
  /** `id`: what it is known by when the stage is solved again; `capacity`: slots that are alike. */
  rows: { id: string; at: LatLng; priority: number; nearest: number; capacity: number }[]
  columns: (Traveller & { id: Id })[]
  fits(row: number, column: number): boolean
  /** Whole seconds, from the arrival to MOST_SECONDS. Asked only where it fits. */
  cost(row: number, column: number): number
  /** The columns of which `pinned` can be true. */
  pins: number[]
  /** Pinned edges come first among answers that fill alike. */
  pinned(row: number, column: number): boolean
}

/** What of an answer is needed to solve its stage again. */
export interface StageBefore extends Before {
  rowIds: string[]
  columnIds: Id[]
}

export interface StageAnswer extends Assignment {
  /** What the certificate is of: pinned edges carry a bonus in it, so that they come first. */
  problem: AssignmentProblem
  /** Seconds, without the bonus. */
  seconds: number
  /** Per row, whoever was looked at. */
  candidates: Candidates[]
  /** Per row, who fills it, the quickest first. */
  columnsOfRow: number[][]
  rowIds: string[]
  columnIds: Id[]
}

/**
 * Solves a stage exactly over *all* its candidates while looking only at near ones: after each answer, whoever would cost
 * less than the row's and the column's price joins, until nobody would (pricing, as in column generation). Then the
 * certificate holds for the edges left out too. For a row that stays empty everybody has been looked at. `before`: the
 * answer to this stage before it changed, which is kept while nothing is better.
 */
export function solveStage(stage: Stage, before?: StageBefore): StageAnswer {
  const { rows, columns, pins } = stage
  const classes = speedClasses(columns)
  // More than all seconds together, so that a kept pin outweighs them, and a filled row all pins and seconds.
  const slots = rows.reduce((sum, { capacity }) => sum + capacity, 0)
  const bonus = 1 + slots * MOST_SECONDS
  const old = before && inNumbersOf(stage, before)
  // Who stood in a row is looked at again however many others are as near, else nobody would know that they still do.
  const stood = rows.map((): number[] => [])
  for (const [column, row] of (old?.rowOfColumn ?? []).entries()) stood[row]?.push(column)
  const candidates = rows.map((at, row) =>
    makeCandidates(
      classes,
      columns,
      at,
      (column) => stage.fits(row, column),
      (column) => stage.cost(row, column),
      [...pins, ...(stood[row] as number[])],
    ),
  )
  const edges = candidates.map(({ columns: all, costs }, row): GrowingRow => {
    const { priority, capacity } = rows[row] as Stage['rows'][number]
    const cost = (column: number, i: number) =>
      (costs[i] as number) - (pins.length > 0 && stage.pinned(row, column) ? bonus : 0)
    return { columns: [...all], costs: all.map(cost), priority, capacity }
  })
  const problem: AssignmentProblem = {
    columns: columns.length,
    rows: edges,
    spread: bonus * (pins.length + 1),
  }
  for (let answer = assign(problem, old); ; answer = assign(problem, answer)) {
    let joined = 0
    for (const [row, of] of candidates.entries())
      joined += join(edges[row] as GrowingRow, of, row, answer, (rows[row] as { nearest: number }).nearest)
    if (joined > 0) continue
    const secondsOf = candidates.map(
      (of) => new Map(of.columns.map((column, i) => [column, of.costs[i] as number])),
    )
    const columnsOfRow = rows.map((): number[] => [])
    let seconds = 0
    for (const [column, row] of answer.rowOfColumn.entries()) {
      if (row < 0) continue
      columnsOfRow[row]?.push(column)
      seconds += secondsOf[row]?.get(column) as number
    }
    for (const [row, all] of columnsOfRow.entries())
      all.sort((a, b) => (secondsOf[row]?.get(a) as number) - (secondsOf[row]?.get(b) as number) || a - b)
    return {
      ...answer,
      ...{ problem, seconds, candidates, columnsOfRow },
      rowIds: rows.map(({ id }) => id),
      columnIds: columns.map(({ id }) => id),
    }
  }
}

/** Rows and columns that are new have no price and no place before. */
function inNumbersOf({ rows, columns }: Stage, before: StageBefore): Before & { rowOfColumn: number[] } {
  const rowNow = new Map(rows.map(({ id }, row) => [id, row]))
  const rowThen = new Map(before.rowIds.map((id, row) => [id, row]))
  const columnThen = new Map(before.columnIds.map((id, column) => [id, column]))
  return {
    rowOfColumn: columns.map(({ id }) => {
      const row = before.rowOfColumn[columnThen.get(id) ?? -1] ?? -1
      return rowNow.get(before.rowIds[row] ?? '') ?? -1
    }),
    certificate: {
      rowDual: rows.map(({ id }) => before.certificate.rowDual[rowThen.get(id) ?? -1] ?? Number.NaN),
    },
    spread: before.spread,
  }
}

type GrowingRow = AssignmentRow & { columns: number[]; costs: number[] }

/**
 * Adds at most `most` who cost the row less than the two prices, the most underpriced first; gives how many. Pins are in
 * already.
 */
function join(
  edges: GrowingRow,
  of: Candidates,
  row: number,
  { certificate }: Assignment,
  most: number,
): number {
  const rowPrice = certificate.rowDual[row] as number
  of.lookUntil(Math.min(rowPrice, MOST_SECONDS + 1))
  const found: { column: number; cost: number; by: number }[] = []
  for (const [i, column] of of.columns.entries()) {
    const cost = of.costs[i] as number
    const by = rowPrice + (certificate.columnDual[column] as number) - cost
    if (by > 0) found.push({ column, cost, by })
  }
  found.sort((a, b) => b.by - a.by || a.column - b.column)
  const joining = found.slice(0, Math.max(1, most))
  for (const { column, cost } of joining) {
    edges.columns.push(column)
    edges.costs.push(cost)
  }
  return joining.length
}
