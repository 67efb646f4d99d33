import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AssignmentProblem, assign, type Edge } from '../../../shared/matching/assign.ts'
import { checkCertificate } from '../../../shared/matching/check-certificate.ts'

/** Sums of priority filled and of cost, the best of every possible answer. */
function bruteForce({ rows, edges, priority }: AssignmentProblem): { filled: number; cost: number } {
  let best = { filled: 0, cost: 0 }
  const taken = new Set<number>()
  const visit = (row: number, filled: number, cost: number) => {
    if (row === rows) {
      if (filled > best.filled || (filled === best.filled && cost < best.cost)) best = { filled, cost }
      return
    }
    visit(row + 1, filled, cost)
    for (const edge of edges) {
      if (edge.row !== row || taken.has(edge.column)) continue
      taken.add(edge.column)
      visit(row + 1, filled + (priority?.[row] ?? 1), cost + edge.cost)
      taken.delete(edge.column)
    }
  }
  visit(0, 0, 0)
  return best
}

/** First come, first served: each row in turn takes the cheapest that is left. */
function greedy({ rows, edges }: AssignmentProblem): { filled: number; cost: number } {
  const taken = new Set<number>()
  let cost = 0
  for (let row = 0; row < rows; row++) {
    const free = edges.filter((edge) => edge.row === row && !taken.has(edge.column))
    const cheapest = free.sort((a, b) => a.cost - b.cost)[0]
    if (!cheapest) continue
    taken.add(cheapest.column)
    cost += cheapest.cost
  }
  return { filled: taken.size, cost }
}

const pick = fc.record({ cost: fc.integer({ min: -20, max: 60 }), there: fc.boolean() })
const random: fc.Arbitrary<AssignmentProblem> = fc
  .record({ rows: fc.integer({ min: 0, max: 5 }), columns: fc.integer({ min: 0, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc
      .record({
        picks: fc.array(pick, { minLength: rows * columns, maxLength: rows * columns }),
        priority: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: rows, maxLength: rows }),
      })
      .map(({ picks, priority }) => ({
        rows,
        columns,
        priority,
        edges: picks.flatMap(({ cost, there }, i): Edge[] =>
          there ? [{ row: Math.floor(i / columns), column: i % columns, cost }] : [],
        ),
      })),
  )

/** Rows crowd around the same few columns: costs are distances on a line with hot spots. */
const spot = fc
  .tuple(fc.constantFrom(0, 100, 110), fc.integer({ min: 0, max: 9 }))
  .map(([at, off]) => at + off)
const clustered: fc.Arbitrary<AssignmentProblem> = fc
  .record({
    rows: fc.array(spot, { minLength: 1, maxLength: 5 }),
    columns: fc.array(spot, { minLength: 1, maxLength: 6 }),
  })
  .map(({ rows, columns }) => ({
    rows: rows.length,
    columns: columns.length,
    edges: rows.flatMap((at, row) =>
      columns
        .map((to, column) => ({ row, column, cost: Math.abs(at - to) }))
        .sort((a, b) => a.cost - b.cost)
        .slice(0, 3),
    ),
  }))

describe.each([
  ['random', random],
  ['clustered', clustered],
])('MATCH-1 on %s instances', (_, instances) => {
  test('fills the most priority at the least cost, and proves it', () => {
    fc.assert(
      fc.property(instances, (problem) => {
        const answer = assign(problem)
        const best = bruteForce(problem)
        const filled = [...answer.columnOfRow.keys()].filter(
          (row) => (answer.columnOfRow[row] as number) >= 0,
        )
        expect(filled.reduce((sum, row) => sum + (problem.priority?.[row] ?? 1), 0)).toBe(best.filled)
        expect(answer.cost).toBe(best.cost)
        expect(filled.length + answer.unfilled.length).toBe(problem.rows)
        expect(checkCertificate(problem, answer)).toEqual({ optimal: true, gap: 0, faults: [] })
        expect(answer.certificate.gap).toBe(0)
      }),
      { numRuns: 1500 },
    )
  })

  test('is never worse than first come, first served', () => {
    fc.assert(
      fc.property(instances, ({ priority: _, ...problem }) => {
        const exact = assign(problem)
        const peer = greedy(problem)
        const filled = problem.rows - exact.unfilled.length
        expect(filled).toBeGreaterThanOrEqual(peer.filled)
        if (filled === peer.filled) expect(exact.cost).toBeLessThanOrEqual(peer.cost)
      }),
    )
  })
})

test('MATCH-1 first come, first served would cost 40 more here', () => {
  const edges = [
    { row: 0, column: 0, cost: 10 },
    { row: 0, column: 1, cost: 20 },
    { row: 1, column: 0, cost: 10 },
    { row: 1, column: 1, cost: 60 },
  ]
  expect(assign({ rows: 2, columns: 2, edges })).toMatchObject({ cost: 30, unfilled: [] })
  expect(greedy({ rows: 2, columns: 2, edges }).cost).toBe(70)
})

test('MATCH-2 a row of higher priority goes first whatever it costs', () => {
  const edges = [
    { row: 0, column: 0, cost: 1 },
    { row: 1, column: 0, cost: 9999 },
  ]
  expect(assign({ rows: 2, columns: 1, edges, priority: [1, 2] }).unfilled).toEqual([0])
  expect(assign({ rows: 2, columns: 1, edges }).unfilled).toEqual([1])
})

test('MATCH-3 the order of the edges changes nothing', () => {
  fc.assert(
    fc.property(clustered, (problem) => {
      const reversed = { ...problem, edges: problem.edges.toReversed() }
      expect(assign(reversed)).toEqual(assign(problem))
    }),
  )
})

test('MATCH-3 a certificate that does not fit is named', () => {
  const problem = {
    rows: 1,
    columns: 2,
    edges: [
      { row: 0, column: 0, cost: 5 },
      { row: 0, column: 1, cost: 7 },
    ],
  }
  const answer = assign(problem)
  const worse = { ...answer, columnOfRow: Int32Array.of(1) }
  expect(checkCertificate(problem, worse)).toMatchObject({ optimal: false, gap: 2 })
  const invented = { ...answer, certificate: { ...answer.certificate, rowDual: Float64Array.of(7) } }
  expect(checkCertificate(problem, invented)).toMatchObject({ optimal: false })
  expect(checkCertificate({ ...problem, edges: [] }, answer).faults).toContain(
    'row 0 is filled along no edge',
  )
})

test.each<[string, Partial<AssignmentProblem>]>([
  ['a row that is not there', { edges: [{ row: 1, column: 0, cost: 1 }] }],
  ['a column that is not there', { edges: [{ row: 0, column: -1, cost: 1 }] }],
  ['a cost that is no number', { edges: [{ row: 0, column: 0, cost: Number.NaN }] }],
  ['the same pair twice', { edges: [0, 1].map((cost) => ({ row: 0, column: 0, cost })) }],
  ['a priority of 0', { priority: [0] }],
])('MATCH-3 throws on %s', (_, part) => {
  expect(() => assign({ rows: 1, columns: 1, edges: [], ...part })).toThrow(RangeError)
})
