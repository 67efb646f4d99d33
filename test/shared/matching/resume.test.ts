import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Assignment, type AssignmentProblem, assign } from '../../../shared/matching/assign.ts'
import { checkCertificate } from '../../../shared/matching/check-certificate.ts'
import type { Before } from '../../../shared/matching/resume.ts'
import { chance } from '../../bench/kit.ts'

interface Spot {
  id: number
  x: number
}
interface Row extends Spot {
  capacity: number
  priority: number
}
interface World {
  rows: Row[]
  columns: Spot[]
  spread?: number
}

/** Each row may take its nearest few on a line: where spots crowd many want the same. */
function problemOf({ rows, columns, spread }: World): AssignmentProblem {
  return {
    columns: columns.length,
    ...(spread !== undefined && { spread }),
    rows: rows.map(({ x, capacity, priority }) => {
      const near = columns
        .map((column, no) => ({ no, cost: Math.abs(column.x - x) }))
        .sort((a, b) => a.cost - b.cost || a.no - b.no)
        .slice(0, 4 * capacity)
      return {
        columns: near.map(({ no }) => no),
        costs: near.map(({ cost }) => cost),
        capacity,
        priority,
      }
    }),
  }
}

/** The answer in the numbers of the world after it. */
function told(answer: Before, was: World, is: World): Before {
  const rowNow = new Map(is.rows.map(({ id }, row) => [id, row]))
  const rowThen = new Map(was.rows.map(({ id }, row) => [id, row]))
  const columnThen = new Map(was.columns.map(({ id }, column) => [id, column]))
  return {
    rowOfColumn: is.columns.map(({ id }) => {
      const row = answer.rowOfColumn[columnThen.get(id) ?? -1] ?? -1
      return rowNow.get(was.rows[row]?.id ?? -1) ?? -1
    }),
    certificate: {
      rowDual: is.rows.map(({ id }) => answer.certificate.rowDual[rowThen.get(id) ?? -1] ?? Number.NaN),
    },
    spread: answer.spread,
  }
}

/** By the prices of another answer: they prove every answer that costs the same. */
function isAmongTheBest(problem: AssignmentProblem, before: Before, { certificate, spread }: Assignment) {
  const rowOfColumn = Int32Array.from(before.rowOfColumn)
  const emptySlots = Int32Array.from(
    problem.rows,
    ({ capacity = 1 }, row) => capacity - rowOfColumn.filter((of) => of === row).length,
  )
  return checkCertificate(problem, { rowOfColumn, emptySlots, cost: 0, certificate, spread }).optimal
}

/** Somebody moves, comes or goes; on the rows' side capacities and priorities change too. */
function changed(world: World, random: () => number, newId: () => number): World {
  const whole = (below: number) => Math.floor(random() * below)
  const x = () => (random() < 0.7 ? 50 + whole(9) : whole(400))
  const moved = <Of extends Spot>(all: Of[], make: (id: number) => Of): Of[] => {
    const at = whole(all.length + 1)
    const what = random()
    if (what < 0.2) return [...all.slice(0, at), make(newId()), ...all.slice(at)]
    if (what < 0.4) return all.filter((_, i) => i !== at)
    return all.map((one, i) => (i === at ? make(one.id) : one))
  }
  const row = (id: number): Row => ({ id, x: x(), capacity: 1 + whole(3), priority: 1 + whole(2) })
  return random() < 0.6
    ? { ...world, columns: moved(world.columns, (id) => ({ id, x: x() })) }
    : { ...world, rows: moved(world.rows, row) }
}

const worlds = fc.record({
  seed: fc.integer(),
  rows: fc.integer({ min: 0, max: 12 }),
  columns: fc.integer({ min: 0, max: 25 }),
  /** Often the same for all problems: prices then need not be moved. */
  spread: fc.constantFrom(undefined, 1_000_000),
})

describe('MATCH-10 solved again from the answer before', () => {
  test('costs what solving from nothing costs, and proves it, whatever changed', () => {
    fc.assert(
      fc.property(worlds, ({ seed, rows, columns, spread }) => {
        const random = chance(seed)
        let ids = 0
        const newId = () => ids++
        let world: World = { rows: [], columns: [], ...(spread && { spread }) }
        while (world.rows.length < rows || world.columns.length < columns) {
          if (world.rows.length < rows)
            world.rows.push({ id: newId(), x: Math.floor(random() * 60), capacity: 2, priority: 1 })
          if (world.columns.length < columns)
            world.columns.push({ id: newId(), x: Math.floor(random() * 60) })
        }
        let answer = assign(problemOf(world))
        for (let step = 0; step < 12; step++) {
          const next = changed(world, random, newId)
          const problem = problemOf(next)
          const before = told(answer, world, next)
          answer = assign(problem, before)
          const cold = assign(problem)
          expect(answer.cost).toBe(cold.cost)
          expect([...answer.emptySlots].reduce((a, b) => a + b, 0)).toBe(
            [...cold.emptySlots].reduce((a, b) => a + b, 0),
          )
          expect(checkCertificate(problem, answer)).toEqual({ optimal: true, gap: 0, faults: [] })
          if (isAmongTheBest(problem, before, answer))
            expect([...answer.rowOfColumn]).toEqual(before.rowOfColumn)
          world = next
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is exact from any prices and places whatever', () => {
    fc.assert(
      fc.property(
        worlds,
        fc.array(fc.integer({ min: -2_000_000, max: 2_000_000 })),
        ({ seed, rows }, any) => {
          const random = chance(seed)
          const spots = Array.from({ length: 2 * rows }, (_, id) => ({ id, x: Math.floor(random() * 40) }))
          const problem = problemOf({
            columns: spots,
            rows: spots.slice(0, rows).map((spot) => ({ ...spot, capacity: 2, priority: 1 + (spot.id % 2) })),
          })
          const before: Before = {
            rowOfColumn: spots.map(({ id }) => (any[id] ?? -1) % (rows + 1)),
            certificate: { rowDual: spots.map(({ id }) => any[id] ?? Number.NaN) },
            spread: 1000,
          }
          const answer = assign(problem, before)
          expect(answer.cost).toBe(assign(problem).cost)
          expect(checkCertificate(problem, answer)).toMatchObject({ optimal: true })
        },
      ),
      { numRuns: 300 },
    )
  })

  test('keeps the answer before while it is among the best', () => {
    const costs = [
      [10, 20],
      [20, 30],
    ]
    const problem = { columns: 2, rows: costs.map((of) => ({ columns: [0, 1], costs: of })) }
    const cold = assign(problem)
    for (const rowOfColumn of [
      [0, 1],
      [1, 0],
    ]) {
      const answer = assign(problem, { ...cold, rowOfColumn })
      expect([...answer.rowOfColumn]).toEqual(rowOfColumn)
      expect(checkCertificate(problem, answer)).toMatchObject({ optimal: true, gap: 0 })
    }
    const dearer = { columns: 2, rows: [{ columns: [0, 1], costs: [10, 25] }, problem.rows[1] as never] }
    expect([...assign(dearer, { ...cold, rowOfColumn: [1, 0] }).rowOfColumn]).toEqual([0, 1])
  })
})

test('MATCH-1 long lists, of which the cheapest are looked at first, come to the same', () => {
  const random = chance(5)
  const spot = () => Math.floor(random() ** 2 * 5000)
  const [people, units] = [Array.from({ length: 300 }, spot), Array.from({ length: 300 }, spot)]
  for (const [rows, capacity] of [
    [300, 1],
    [100, 3],
    [24, 12],
  ] as const) {
    const problem: AssignmentProblem = {
      columns: 300,
      rows: units.slice(0, rows).map((at) => ({
        columns: people.map((_, column) => column),
        costs: people.map((to) => Math.abs(at - to)),
        capacity,
      })),
    }
    expect(checkCertificate(problem, assign(problem))).toEqual({ optimal: true, gap: 0, faults: [] })
  }
})

test('MATCH-3 the order of the edges changes nothing among very many people either', () => {
  const random = chance(9)
  const columns = 20_000
  const rows = Array.from({ length: 300 }, () => {
    const all = new Set(Array.from({ length: 40 }, () => Math.floor(random() ** 2 * columns)))
    return { columns: [...all], costs: [...all].map(() => Math.floor(random() * 900)), capacity: 5 }
  })
  const answer = assign({ columns, rows })
  expect(checkCertificate({ columns, rows }, answer)).toEqual({ optimal: true, gap: 0, faults: [] })
  const reversed = rows.map((row) => ({
    ...row,
    columns: row.columns.toReversed(),
    costs: row.costs.toReversed(),
  }))
  expect(assign({ columns, rows: reversed })).toEqual(answer)
  const twice = { columns: [19_999, 3, 19_999], costs: [1, 2, 3] }
  expect(() => assign({ columns, rows: [twice] })).toThrow(RangeError)
})
