import { type Assignment, type AssignmentProblem, pricesOfEmptyRows } from './assign.ts'

export interface CertificateCheck {
  optimal: boolean
  /** Recomputed from the problem: what the answer costs, empty rows at their price, minus what the prices prove. */
  gap: number
  /** In English, for whoever verifies; empty when the answer is sound. */
  faults: string[]
}

/**
 * Proves an answer without the solver (weak duality): when no column's price is above 0, no row's price is above that
 * of leaving it empty, and no edge costs less than its two prices, then no answer costs less than the prices' sum. So an
 * answer that costs exactly that is optimal. `tolerance` is for costs that are not whole numbers.
 */
export function checkCertificate(
  problem: AssignmentProblem,
  { columnOfRow, certificate: { rowDual, columnDual } }: Assignment,
  tolerance = 0,
): CertificateCheck {
  const faults: string[] = []
  const empty = pricesOfEmptyRows(problem)
  let cost = 0
  const taken = new Set<number>()
  const open = new Set<number>()
  for (let row = 0; row < problem.rows; row++) {
    const column = columnOfRow[row] as number
    if (column < 0) cost += empty[row] as number
    else if (taken.has(column)) faults.push(`column ${column} stands in two rows`)
    else {
      taken.add(column)
      open.add(row)
    }
    if ((rowDual[row] as number) > (empty[row] as number) + tolerance)
      faults.push(`row ${row} is priced above leaving it empty`)
  }
  columnDual.forEach((price, column) => {
    if (price > tolerance) faults.push(`column ${column} has a price above 0`)
  })
  for (const edge of problem.edges) {
    if (edge.cost < (rowDual[edge.row] as number) + (columnDual[edge.column] as number) - tolerance)
      faults.push(`row ${edge.row} and column ${edge.column} cost less than their prices`)
    if (columnOfRow[edge.row] === edge.column) {
      cost += edge.cost
      open.delete(edge.row)
    }
  }
  for (const row of open) faults.push(`row ${row} is filled along no edge`)
  const proven = [...rowDual, ...columnDual].reduce((total, price) => total + price, 0)
  const gap = cost - proven
  return { optimal: faults.length === 0 && Math.abs(gap) <= tolerance, gap, faults }
}
