import type { LatLng } from '../geo/lat-lng.ts'
import { type Assignment, type AssignmentProblem, assign, type Edge } from './assign.ts'
import { type Candidates, makeCandidates, speedClasses } from './candidates.ts'
import { MOST_SECONDS, type Traveller } from './cost.ts'

export interface Stage {
  rows: { at: LatLng; priority: number; nearest: number }[]
  columns: Traveller[]
  fits(row: number, column: number): boolean
  /** Whole seconds, from the arrival to MOST_SECONDS. Asked only where it fits. */
  cost(row: number, column: number): number
  /** The columns of which `pinned` can be true. */
  pins: number[]
  /** Pinned edges come first among answers that fill alike. */
  pinned(row: number, column: number): boolean
}

export interface StageAnswer extends Assignment {
  /** What the certificate is of: pinned edges carry a bonus in it, so that they come first. */
  problem: AssignmentProblem
  /** Seconds, without the bonus. */
  seconds: number
  /** Per row, whoever was looked at. */
  candidates: Candidates[]
}

/**
 * Solves a stage exactly over *all* its candidates while looking only at near ones: after each answer, whoever would cost
 * less than the row's and the column's price joins, until nobody would (pricing, as in column generation). Then the
 * certificate holds for the edges left out too. For a row that stays empty everybody has been looked at.
 */
export function solveStage(stage: Stage): StageAnswer {
  const { rows, columns, pins } = stage
  const classes = speedClasses(columns)
  // More than all seconds together, so that a kept pin outweighs them, and a filled row all pins and seconds.
  const bonus = 1 + rows.length * MOST_SECONDS
  const candidates = rows.map((at, row) =>
    makeCandidates(
      classes,
      columns,
      at,
      (column) => stage.fits(row, column),
      (column) => stage.cost(row, column),
      pins,
    ),
  )
  const problem: AssignmentProblem = {
    rows: rows.length,
    columns: columns.length,
    priority: rows.map(({ priority }) => priority),
    spread: bonus * (pins.length + 1),
    edges: candidates.flatMap((of, row) =>
      of.columns.map((column, i) => {
        const cost = of.costs[i] as number
        return { row, column, cost: stage.pinned(row, column) ? cost - bonus : cost }
      }),
    ),
  }
  for (;;) {
    const answer = assign(problem)
    const joining = candidates.flatMap((of, row) =>
      underpriced(of, row, answer, (rows[row] as { nearest: number }).nearest),
    )
    if (joining.length > 0) {
      problem.edges.push(...joining)
      continue
    }
    const seconds = candidates.reduce((total, of, row) => {
      const column = answer.columnOfRow[row] as number
      return column < 0 ? total : total + (of.costs[of.columns.indexOf(column)] as number)
    }, 0)
    return { ...answer, problem, seconds, candidates }
  }
}

/** At most `most` edges of a row that cost less than their two prices, the most underpriced first. Pins are in already. */
function underpriced(of: Candidates, row: number, { certificate }: Assignment, most: number): Edge[] {
  const rowPrice = certificate.rowDual[row] as number
  of.lookUntil(Math.min(rowPrice, MOST_SECONDS + 1))
  const found: { edge: Edge; by: number }[] = []
  for (const [i, column] of of.columns.entries()) {
    const cost = of.costs[i] as number
    const by = rowPrice + (certificate.columnDual[column] as number) - cost
    if (by > 0) found.push({ edge: { row, column, cost }, by })
  }
  found.sort((a, b) => b.by - a.by || a.edge.column - b.edge.column)
  return found.slice(0, Math.max(1, most)).map(({ edge }) => edge)
}
