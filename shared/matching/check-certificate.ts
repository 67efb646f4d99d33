import { type Assignment, type AssignmentProblem, pricesOfEmptySlots } from './assign.ts'

export interface CertificateCheck {
  optimal: boolean
  /** Recomputed from the problem: what the answer costs, empty slots at their price, minus what the prices prove. */
  gap: number
  /** In English, for whoever verifies; empty when the answer is sound. */
  faults: string[]
}

/**
 * Proves an answer without the solver (weak duality): when no column's price is above 0, no row's price is above that
 * of leaving a slot empty, and nobody costs less than the prices of both, then no answer costs less than the prices' sum
 * (a row's once per slot). So an answer that costs exactly that is optimal. `tolerance` is for costs that are not whole
 * numbers.
 */
export function checkCertificate(
  problem: AssignmentProblem,
  { rowOfColumn, emptySlots, certificate: { rowDual, columnDual } }: Assignment,
  tolerance = 0,
): CertificateCheck {
  const faults: string[] = []
  const empty = pricesOfEmptySlots(problem)
  const filled = new Int32Array(problem.rows.length)
  const along = new Set<number>()
  let cost = 0
  let proven = columnDual.reduce((total, price) => total + price, 0)
  for (const [row, { columns, costs, capacity = 1 }] of problem.rows.entries()) {
    const price = rowDual[row] as number
    proven += capacity * price
    if (price > (empty[row] as number) + tolerance) faults.push(`row ${row} is priced above leaving it empty`)
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as number
      if ((costs[i] as number) < price + (columnDual[column] as number) - tolerance)
        faults.push(`row ${row} and column ${column} cost less than their prices`)
      if (rowOfColumn[column] !== row) continue
      cost += costs[i] as number
      filled[row] = (filled[row] as number) + 1
      along.add(column)
    }
    const left = emptySlots[row] as number
    cost += left * (empty[row] as number)
    if (left < 0 || (filled[row] as number) + left !== capacity)
      faults.push(`row ${row} fills ${filled[row]} of ${capacity} and leaves ${left} empty`)
  }
  columnDual.forEach((price, column) => {
    if (price > tolerance) faults.push(`column ${column} has a price above 0`)
    if ((rowOfColumn[column] as number) >= 0 && !along.has(column))
      faults.push(`column ${column} stands in a row that it has no edge to`)
  })
  const gap = cost - proven
  return { optimal: faults.length === 0 && Math.abs(gap) <= tolerance, gap, faults }
}
