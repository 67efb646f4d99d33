import loadHighs from 'highs'
import { munkres } from 'munkres'
import { distance } from '../../shared/geo/distance.ts'
import { makeMovingGrid } from '../../shared/geo/moving-grid.ts'
import { type AssignmentProblem, assign, type Edge, pricesOfEmptyRows } from '../../shared/matching/assign.ts'
import { checkCertificate } from '../../shared/matching/check-certificate.ts'
import { type Bench, chance, cityPlace, cpuMs, interleaved, measured } from './kit.ts'

const nearest = 16

/** Rows are slots, `capacity` of them at each place; each may take the nearest people by whole metres. */
function cityProblem(places: number, people: number, capacity: number, seed: number): AssignmentProblem {
  const random = chance(seed)
  const crowd = Array.from({ length: people }, () => cityPlace(random, 12))
  const at = Array.from({ length: places }, () => cityPlace(random, 7))
  const grid = makeMovingGrid({ south: 43.15, west: 76.78, north: 43.33, east: 77.12 }, 250, people)
  for (const [no, { lat, lng }] of crowd.entries()) grid.put(no, lat, lng)
  const edges: Edge[] = []
  for (const [place, point] of at.entries())
    for (const column of grid.nearest(point.lat, point.lng, nearest * capacity)) {
      const cost = Math.round(distance(point, crowd[column] as (typeof crowd)[number]))
      for (let slot = 0; slot < capacity; slot++) edges.push({ row: place * capacity + slot, column, cost })
    }
  return { rows: places * capacity, columns: people, edges }
}

/** The same as a linear program in HiGHS's own sparse form: slots of one place are one row with a capacity. */
function forHighs({ rows, columns, edges, ...rest }: AssignmentProblem, capacity: number) {
  const places = rows / capacity
  const empty = pricesOfEmptyRows({ rows, columns, edges, ...rest })
  const own = edges.filter(({ row }) => row % capacity === 0)
  const count = own.length + places
  const starts = Int32Array.from({ length: count + 1 }, (_, i) =>
    i <= own.length ? 2 * i : 2 * own.length + (i - own.length),
  )
  const indices = new Int32Array(2 * own.length + places)
  const costs = new Float64Array(count)
  own.forEach(({ row, column, cost }, i) => {
    indices[2 * i] = row / capacity
    indices[2 * i + 1] = places + column
    costs[i] = cost
  })
  for (let place = 0; place < places; place++) {
    indices[2 * own.length + place] = place
    costs[own.length + place] = empty[place * capacity] as number
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

const priceOf = (problem: AssignmentProblem, answer: ReturnType<typeof assign>) => {
  const empty = pricesOfEmptyRows(problem)
  return answer.unfilled.reduce((sum, row) => sum + (empty[row] as number), answer.cost)
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
      case: `${places} ${what} of ${people}, gap ${check.gap}, ${ours.unfilled.length} left empty`,
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
  const edges = matrix.flatMap((row, r) => row.map((cost, column) => ({ row: r, column, cost })))
  const dense = { rows: n, columns: n, edges }
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

  const large = cityProblem(5000 / (quick ? 20 : 1), 50_000 / (quick ? 20 : 1), quick ? 12 : 1, 3)
  const took = await interleaved(quick ? 1 : 3, { ours: () => cpuMs(() => (answer = assign(large))) })
  yield measured({
    case: `${large.rows} slots from ${large.columns} assistants, gap ${answer.certificate.gap}`,
    ...{ ours: took.ours, unit: 'ms of CPU', better: 'lower' },
  })
}
