import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AssignmentProblem, assign } from '../../../shared/matching/assign.ts'
import { checkCertificate } from '../../../shared/matching/check-certificate.ts'

interface Edge {
  row: number
  column: number
  cost: number
}
interface Pairs {
  rows: number
  columns: number
  edges: Edge[]
  priority?: number[]
  capacity?: number[]
}

const problemOf = ({ rows, columns, edges, priority, capacity }: Pairs): AssignmentProblem => ({
  columns,
  rows: Array.from({ length: rows }, (_, row) => {
    const own = edges.filter((edge) => edge.row === row)
    return {
      columns: own.map(({ column }) => column),
      costs: own.map(({ cost }) => cost),
      ...(priority && { priority: priority[row] }),
      ...(capacity && { capacity: capacity[row] }),
    }
  }),
})

/** Sums of priority filled and of cost, the best of every possible answer. */
function bruteForce({ rows, edges, priority, capacity }: Pairs): { filled: number; cost: number } {
  let best = { filled: 0, cost: 0 }
  const taken = new Set<number>()
  const slots = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: capacity?.[row] ?? 1 }, () => row),
  ).flat()
  const visit = (slot: number, filled: number, cost: number) => {
    const row = slots[slot]
    if (row === undefined) {
      if (filled > best.filled || (filled === best.filled && cost < best.cost)) best = { filled, cost }
      return
    }
    visit(slot + 1, filled, cost)
    for (const edge of edges) {
      if (edge.row !== row || taken.has(edge.column)) continue
      taken.add(edge.column)
      visit(slot + 1, filled + (priority?.[row] ?? 1), cost + edge.cost)
      taken.delete(edge.column)
    }
  }
  visit(0, 0, 0)
  return best
}

/** First come, first served: each row in turn takes the cheapest that is left. */
function greedy({ rows, edges }: Pairs): { filled: number; cost: number } {
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
const random: fc.Arbitrary<Pairs> = fc
  .record({ rows: fc.integer({ min: 0, max: 5 }), columns: fc.integer({ min: 0, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc
      .record({
        picks: fc.array(pick, { minLength: rows * columns, maxLength: rows * columns }),
        priority: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: rows, maxLength: rows }),
        capacity: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: rows, maxLength: rows }),
      })
      .map(({ picks, priority, capacity }) => ({
        rows,
        columns,
        priority,
        capacity,
        edges: picks.flatMap(({ cost, there }, i): Edge[] =>
          there ? [{ row: Math.floor(i / columns), column: i % columns, cost }] : [],
        ),
      })),
  )

/** Rows crowd around the same few columns: costs are distances on a line with hot spots. */
const spot = fc
  .tuple(fc.constantFrom(0, 100, 110), fc.integer({ min: 0, max: 9 }))
  .map(([at, off]) => at + off)
const clustered: fc.Arbitrary<Pairs> = fc
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
        const best = bruteForce(problem)
        const answer = assign(problemOf(problem))
        const filled = [...answer.rowOfColumn].filter((row) => row >= 0)
        expect(filled.reduce((sum, row) => sum + (problem.priority?.[row] ?? 1), 0)).toBe(best.filled)
        expect(answer.cost).toBe(best.cost)
        expect(checkCertificate(problemOf(problem), answer)).toEqual({ optimal: true, gap: 0, faults: [] })
        expect(answer.certificate.gap).toBe(0)
      }),
      { numRuns: 1500 },
    )
  })

  test('is never worse than first come, first served', () => {
    fc.assert(
      fc.property(instances, ({ priority: _, capacity: __, ...pairs }) => {
        const exact = assign(problemOf(pairs))
        const peer = greedy(pairs)
        const filled = pairs.rows - exact.emptySlots.reduce((a, b) => a + b, 0)
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
  expect(assign(problemOf({ rows: 2, columns: 2, edges })).cost).toBe(30)
  expect(greedy({ rows: 2, columns: 2, edges }).cost).toBe(70)
})

test('MATCH-2 a row of higher priority goes first whatever it costs', () => {
  const edges = [
    { row: 0, column: 0, cost: 1 },
    { row: 1, column: 0, cost: 9999 },
  ]
  const emptyOf = (priority?: number[]) => [
    ...assign(problemOf({ rows: 2, columns: 1, edges, ...(priority && { priority }) })).emptySlots,
  ]
  expect(emptyOf([1, 2])).toEqual([1, 0])
  expect(emptyOf()).toEqual([0, 1])
})

test('MATCH-3 the order of the edges changes nothing', () => {
  fc.assert(
    fc.property(clustered, (problem) => {
      const reversed = { ...problem, edges: problem.edges.toReversed() }
      expect(assign(problemOf(reversed))).toEqual(assign(problemOf(problem)))
    }),
  )
})

test('MATCH-3 a certificate that does not fit is named', () => {
  const problem = { columns: 2, rows: [{ columns: [0, 1], costs: [5, 7] }] }
  const answer = assign(problem)
  const worse = { ...answer, rowOfColumn: Int32Array.of(-1, 0) }
  expect(checkCertificate(problem, worse)).toMatchObject({ optimal: false, gap: 2 })
  const invented = { ...answer, certificate: { ...answer.certificate, rowDual: Float64Array.of(9) } }
  expect(checkCertificate(problem, invented)).toMatchObject({ optimal: false })
  const { faults } = checkCertificate({ columns: 2, rows: [{ columns: [], costs: [], capacity: 9 }] }, answer)
  expect(faults).toEqual([
    'row 0 is priced above leaving it empty',
    'row 0 fills 0 of 9 and leaves 0 empty',
    'column 0 stands in a row that it has no edge to',
  ])
  const crowded = { ...answer, rowOfColumn: Int32Array.of(0, 0), emptySlots: Int32Array.of(-1) }
  expect(checkCertificate(problem, crowded).faults).toContain('row 0 fills 2 of 1 and leaves -1 empty')
})

test.each<[string, Partial<AssignmentProblem['rows'][number]>]>([
  ['a column that is not there', { columns: [-1], costs: [1] }],
  ['a cost that is no number', { columns: [0], costs: [Number.NaN] }],
  ['the same pair twice', { columns: [0, 0], costs: [0, 1] }],
  ['a priority of 0', { priority: 0 }],
  ['a capacity of 0', { capacity: 0 }],
])('MATCH-3 throws on %s', (_, part) => {
  expect(() => assign({ columns: 1, rows: [{ columns: [], costs: [], ...part }] })).toThrow(RangeError)
})
