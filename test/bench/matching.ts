import loadHighs from 'highs'
import { munkres } from 'munkres'
import { distance } from '../../shared/geo/distance.ts'
import { makeMovingGrid } from '../../shared/geo/moving-grid.ts'
import {
  type Assignment,
  type AssignmentProblem,
  assign,
  pricesOfEmptySlots,
} from '../../shared/matching/assign.ts'
import { checkCertificate } from '../../shared/matching/check-certificate.ts'
import { type Bench, chance, cityPlace, cpuMs, interleaved, measured } from './kit.ts'

const nearest = 16

const box = { south: 43.15, west: 76.78, north: 43.33, east: 77.12 }
type Spot = ReturnType<typeof cityPlace>

function gridOf(spots: Spot[]) {
  const grid = makeMovingGrid(box, 250, spots.length)
  for (const [no, { lat, lng }] of spots.entries()) grid.put(no, lat, lng)
  return grid
}

/** Units with `capacity` slots each, and whom each may take by whole metres: everybody's nearest, or each unit's. */
function cityProblem(
  units: number,
  people: number,
  capacity: number,
  seed: number,
  near: 'people' | 'units' = 'people',
): AssignmentProblem {
  const random = chance(seed)
  const crowd = Array.from({ length: people }, () => cityPlace(random, 12))
  const at = Array.from({ length: units }, () => cityPlace(random, near === 'people' ? 7 : 12))
  const metres = (row: number, column: number) => Math.round(distance(at[row] as Spot, crowd[column] as Spot))
  const rows = at.map(() => ({ columns: [] as number[], costs: [] as number[], capacity }))
  const add = (row: number, column: number) => {
    rows[row]?.columns.push(column)
    rows[row]?.costs.push(metres(row, column))
  }
  if (near === 'people') {
    const grid = gridOf(crowd)
    for (const [row, { lat, lng }] of at.entries())
      for (const column of grid.nearest(lat, lng, nearest * capacity)) add(row, column)
  } else {
    const grid = gridOf(at)
    for (const [column, { lat, lng }] of crowd.entries())
      for (const row of grid.nearest(lat, lng, nearest)) add(row, column)
  }
  return { rows, columns: people }
}

/** The same as a linear program in HiGHS's own sparse form, a row with its capacity. */
function forHighs(problem: AssignmentProblem, capacity: number) {
  const { columns } = problem
  const places = problem.rows.length
  const empty = pricesOfEmptySlots(problem)
  const own = problem.rows.flatMap((of, row) =>
    Array.from(of.columns, (column, i) => ({ row, column, cost: of.costs[i] as number })),
  )
  const count = own.length + places
  const starts = Int32Array.from({ length: count + 1 }, (_, i) =>
    i <= own.length ? 2 * i : 2 * own.length + (i - own.length),
  )
  const indices = new Int32Array(2 * own.length + places)
  const costs = new Float64Array(count)
  own.forEach(({ row, column, cost }, i) => {
    indices[2 * i] = row
    indices[2 * i + 1] = places + column
    costs[i] = cost
  })
  for (let place = 0; place < places; place++) {
    indices[2 * own.length + place] = place
    costs[own.length + place] = empty[place] as number
  }
  const filled = (of: number, value: number) => new Float64Array(of).fill(value)
  const lower = filled(places + columns, 0).fill(capacity, 0, places)
  const upper = filled(places + columns, 1).fill(capacity, 0, places)
  const most = filled(count, 1).fill(capacity, own.length)
  const size = { numCols: count, numRows: places + columns }
  return {
    ...size,
    colCost: costs,
    colLower: filled(count, 0),
    colUpper: most,
    rowLower: lower,
    rowUpper: upper,
    matrix: { ...size, format: 'csc' as const, starts, indices, values: filled(indices.length, 1) },
  }
}

const emptyOf = ({ emptySlots }: Assignment) => emptySlots.reduce((sum, many) => sum + many, 0)
const priceOf = (problem: AssignmentProblem, { emptySlots, cost }: Assignment) => {
  const empty = pricesOfEmptySlots(problem)
  return emptySlots.reduce((sum, many, row) => sum + many * (empty[row] as number), cost)
}

export const bench: Bench = async function* ({ quick }) {
  // Its types say CommonJS, its module is not.
  const highs = await (loadHighs as unknown as typeof loadHighs.default)()
  const scale = quick ? 5 : 1
  const instances = [
    { places: 5000 / scale, people: 6000 / scale, capacity: 1, what: 'units from assistants, tight' },
    { places: 500 / scale, people: 5000 / scale, capacity: 12, what: 'units of 12 from assistants, tight' },
  ]
  for (const { places, people, capacity, what } of instances) {
    const problem = cityProblem(places, people, capacity, 7)
    const program = forHighs(problem, capacity)
    let ours = assign(problem)
    const check = checkCertificate(problem, ours)
    let theirs = Number.NaN
    const figures = await interleaved(quick ? 1 : 3, {
      ours: () => cpuMs(() => (ours = assign(problem))),
      peer() {
        const model = highs.createModel(program)
        model.options.set({ output_flag: false })
        const took = cpuMs(() => model.run())
        theirs = model.getObjectiveValue()
        model.dispose()
        return took
      },
    })
    const cost = priceOf(problem, ours)
    const same = Math.abs(cost - theirs) <= 1e-6 * Math.abs(cost)
    yield measured({
      case: `${places} ${what} of ${people}, gap ${check.gap}, ${emptyOf(ours)} left empty`,
      ...{ ours: figures.ours, peer: figures.peer, unit: 'ms of CPU (peer: HiGHS)', better: 'lower' },
      goal: capacity === 1 ? 'at least 100× faster than HiGHS at the same cost, with a certificate' : '',
      ...(capacity === 1 && { met: (ratio) => ratio >= 100 }),
      wrong: check.optimal
        ? same
          ? null
          : `costs ${cost}, HiGHS ${theirs}`
        : 'the certificate does not hold',
    })
  }

  const n = quick ? 200 : 1000
  const random = chance(11)
  const people = Array.from({ length: n }, () => cityPlace(random, 12))
  const units = Array.from({ length: n }, () => cityPlace(random, 7))
  const matrix = units.map((unit) => people.map((person) => Math.round(distance(unit, person))))
  const all = people.map((_, column) => column)
  const dense = { columns: n, rows: matrix.map((costs) => ({ columns: all, costs })) }
  let answer = assign(dense)
  let pairs: [number, number][] = []
  const figures = await interleaved(quick ? 1 : 3, {
    ours: () => cpuMs(() => (answer = assign(dense))),
    peer: () => cpuMs(() => (pairs = munkres(matrix))),
  })
  const cost = pairs.reduce((sum, [row, column]) => sum + (matrix[row]?.[column] ?? Number.NaN), 0)
  yield measured({
    case: `${n} units from ${n} assistants, everybody with everybody`,
    ...{ ours: figures.ours, peer: figures.peer, unit: 'ms of CPU (peer: munkres)', better: 'lower' },
    wrong: cost === answer.cost ? null : `costs ${answer.cost}, munkres ${cost}`,
  })

  const part = quick ? 10 : 1
  const large = cityProblem(5000 / part, 50_000 / part, 12, 3, 'units')
  const took = await interleaved(quick ? 1 : 3, { ours: () => cpuMs(() => (answer = assign(large))) })
  const check = checkCertificate(large, answer)
  yield measured({
    case: `${large.columns} people to ${large.rows.length} units of 12, from nothing, gap ${check.gap}`,
    ...{ ours: took.ours, unit: 'ms of CPU', better: 'lower' },
    goal: 'proven optimal within 1 s',
    met: (_, ms) => ms <= 1000,
    wrong: check.optimal ? null : 'the certificate does not hold',
  })
}
