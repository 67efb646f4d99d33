import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { polylineLength } from '../../../shared/geo/distance.ts'
import { planeAt, toLatLng } from '../../../shared/geo/plane.ts'
import { type Cells, paintCells, podOfCells } from '../../../shared/search-theory/cells.ts'
import { podFromCoverage } from '../../../shared/search-theory/detection.ts'
import { holesIn } from '../../../shared/search-theory/holes.ts'
import { segmentCoverage } from '../../../shared/search-theory/segment-coverage.ts'

const plane = planeAt({ lat: 43.2389, lng: 76.8897 })
const points = (...metres: [number, number][]) => metres.map(([x, y]) => toLatLng(plane, { x, y }))
const box = (x: number, y: number, width: number, height: number) =>
  points([x, y], [x + width, y], [x + width, y + height], [x, y + height])
const way = (sweepWidth: number, ...line: [number, number][]) => ({ sweepWidth, lines: [points(...line)] })
const near = (values: number[]) => values.map((value) => expect.closeTo(value, 3))
const walked = ({ coverage, metres }: Cells) => coverage.reduce((sum, c) => sum + c * metres ** 2, 0)

describe('coverage cell by cell', () => {
  test.each<[string, [number, number][], number, number]>([
    [
      'straight across',
      [
        [-30, 50],
        [130, 50],
      ],
      0.4,
      0.32968,
    ],
    [
      'there and back',
      [
        [-30, 50],
        [130, 50],
        [130, 60],
        [-30, 60],
      ],
      0.8,
      0.550671,
    ],
    [
      'the diagonal',
      [
        [0, 0],
        [100, 100],
      ],
      0.565685,
      0.432029,
    ],
  ])('SEARCH-50 V24 one cell of 100 m, W = 40 m: %s', (_, line, coverage, pod) => {
    const cells = paintCells(box(0, 0, 100, 100), [way(40, ...line)], 100)
    expect([...cells.coverage]).toEqual(near([coverage]))
    expect(podOfCells(cells)).toBeCloseTo(pod, 3)
  })

  test('SEARCH-50 V26 a bent way through three cells', () => {
    const line: [number, number][] = [
      [-20, 50],
      [150, 50],
      [150, 80],
      [320, 80],
    ]
    const cells = paintCells(box(0, 0, 300, 100), [way(30, ...line)], 100)
    expect([...cells.coverage]).toEqual(near([0.3, 0.39, 0.3]))
    expect([...cells.coverage].map((c) => podFromCoverage(c))).toEqual(near([0.259182, 0.322943, 0.259182]))
    expect(podOfCells(cells)).toBeCloseTo(0.280436, 3)
  })

  test('SEARCH-50 V25 the POD of a segment is the mean of its cells, not the POD of their mean coverage', () => {
    const inside = Float32Array.of(1, 1, 1)
    const coverage = Float32Array.of(0.8, 0.8, 0)
    expect(podOfCells({ inside, coverage })).toBeCloseTo(0.367114, 6)
    expect(podFromCoverage(1.6 / 3)).toBeCloseTo(0.413354, 6)
  })

  test('SEARCH-51 V23 a way is painted as a band of its sweep width: two 30 m apart cover 35 % of the strip', () => {
    const cells = paintCells(box(0, 0, 1000, 200), [
      way(40, [0, 80], [1000, 80]),
      way(40, [1000, 110], [0, 110]),
    ])
    const rows = Array.from(
      { length: cells.rows },
      (_, row) => cells.coverage[row * cells.columns + 50] ?? -1,
    )
    const expected = rows.map((_, row) => (row < 6 || row > 12 ? 0 : row === 9 ? 2 : 1))
    expect(rows).toEqual(near(expected))
    expect(cells.coverage.filter((c) => c > 0.5).length / cells.coverage.length).toBeCloseTo(0.35, 6)
    expect(walked(cells) / 200_000).toBeCloseTo(0.4, 3)
  })

  test('SEARCH-51 P4 the paint is as wide on the diagonal, and all cells together hold what was walked', () => {
    const inner = fc.integer({ min: 100, max: 900 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(inner, inner), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 3, max: 150 }),
        (line, width) => {
          const cells = paintCells(box(0, 0, 1000, 1000), [way(width, ...line)])
          expect(walked(cells)).toBeCloseTo(width * polylineLength(points(...line)), -2)
        },
      ),
      { numRuns: 60 },
    )
    const across = paintCells(box(0, 0, 1000, 1000), [way(60, [100, 100], [900, 900])])
    const painted = across.coverage.filter((c) => c >= 0.5).length * 100
    expect(painted / (60 * 800 * Math.SQRT2)).toBeGreaterThan(0.93)
    expect(painted / (60 * 800 * Math.SQRT2)).toBeLessThan(1.07)
  })

  test('SEARCH-52 cells at the border count with their share inside, and a large segment has coarser cells', () => {
    const triangle = points([0, 0], [400, 0], [0, 400])
    const cells = paintCells(triangle, [])
    expect(cells.inside.reduce((sum, share) => sum + share, 0) * 100).toBeCloseTo(80_000, -2)
    expect(Math.max(...cells.inside)).toBeLessThanOrEqual(1 + 1e-6)
    const large = paintCells(box(0, 0, 6000, 6000), [])
    expect([large.metres, large.columns, large.rows]).toEqual([40, 150, 150])
  })

  test('SEARCH-53 the POD by cells is never above that of the even coverage, whatever is walked', () => {
    const anywhere = fc.integer({ min: -100, max: 400 })
    const track = fc.array(fc.tuple(anywhere, anywhere), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(fc.array(track, { maxLength: 4 }), fc.integer({ min: 2, max: 120 }), (tracks, width) => {
        const { pod, podEven, coverage } = segmentCoverage(
          points([0, 0], [300, 0], [250, 300], [120, 90]),
          tracks.map((line) => ({ who: 'A', lines: [points(...line)], sweepWidth: { metres: width } })),
        )
        expect(pod).toBeGreaterThanOrEqual(0)
        expect(pod).toBeLessThanOrEqual(podEven)
        expect(podEven).toBeCloseTo(podFromCoverage(coverage), 12)
      }),
      { numRuns: 60 },
    )
  })
})

describe('holes', () => {
  const lanes = (from: number, to: number, x0 = 0, x1 = 400) =>
    Array.from({ length: Math.floor((to - from) / 20) + 1 }, (_, i) =>
      way(20, [x0, from + i * 20], [x1, from + i * 20]),
    )

  test('SEARCH-54 a part that nobody walked is a hole, with its area and where it is', () => {
    const ways = [...lanes(10, 110), ...lanes(130, 250, 0, 200), ...lanes(270, 390)]
    const cells = paintCells(box(0, 0, 400, 400), ways)
    const holes = holesIn(cells, 20)
    expect(holes).toHaveLength(1)
    expect(holes[0]?.area).toBeCloseTo(200 * 140, -3)
    expect(holes[0]?.pod).toBeLessThan(0.02)
    const middle = toLatLng(plane, { x: 300, y: 190 })
    expect(holes[0]?.at.lat).toBeCloseTo(middle.lat, 3)
    expect(holes[0]?.at.lng).toBeCloseTo(middle.lng, 3)
  })

  test('SEARCH-54 the strip between two ways is no hole, and a whole sweep has none', () => {
    const sparse = Array.from({ length: 13 }, (_, i) => way(20, [0, 15 + i * 30], [400, 15 + i * 30]))
    expect(holesIn(paintCells(box(0, 0, 400, 400), sparse), 20).map(({ area }) => area)).toEqual([])
    expect(holesIn(paintCells(box(0, 0, 400, 400), lanes(10, 390)), 20)).toEqual([])
  })

  test('SEARCH-54 two holes are told apart, the larger first', () => {
    const ways = [...lanes(10, 50), ...lanes(150, 250), ...lanes(390, 390)]
    const areas = holesIn(paintCells(box(0, 0, 400, 400), ways), 20).map(({ area }) => area)
    expect(areas).toEqual([expect.closeTo(400 * 120, -3), expect.closeTo(400 * 80, -3)])
  })
})
