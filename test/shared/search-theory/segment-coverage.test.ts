import { describe, expect, test } from 'vitest'
import { planeAt, toLatLng } from '../../../shared/geo/plane.ts'
import { segmentCoverage } from '../../../shared/search-theory/segment-coverage.ts'

const plane = planeAt({ lat: 43.2389, lng: 76.8897 })
const points = (...metres: [number, number][]) => metres.map(([x, y]) => toLatLng(plane, { x, y }))
const box = (x: number, y: number, width: number, height: number) =>
  points([x, y], [x + width, y], [x + width, y + height], [x, y + height])
const track = (metres: number, ...line: [number, number][]) => ({
  who: 'somebody',
  lines: [points(...line)],
  sweepWidth: { metres },
})

test('SEARCH-5 V23 two tracks 30 m apart in a strip cover 0.4, overlap or not', () => {
  const strip = box(0, 0, 1000, 200)
  const { coverage, podEven, inside } = segmentCoverage(strip, [
    { ...track(40, [0, 85], [1000, 85]), who: 'A-0412' },
    { ...track(40, [1000, 115], [0, 115]), who: 'A-0413' },
  ])
  expect(coverage).toBeCloseTo(0.4, 4)
  expect(podEven).toBeCloseTo(0.32968, 4)
  expect(inside.map(({ who, metres }) => [who, Math.round(metres)])).toEqual([
    ['A-0412', 1000],
    ['A-0413', 1000],
  ])
})

describe('SEARCH-5 V24 a cell of 100 × 100 m', () => {
  const cell = box(0, 0, 100, 100)
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
      'across and back',
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
    [
      'past it',
      [
        [-30, 150],
        [130, 150],
      ],
      0,
      0,
    ],
  ])('%s', (_, line, coverage, pod) => {
    const got = segmentCoverage(cell, [track(40, ...line)])
    expect(got.coverage).toBeCloseTo(coverage, 4)
    expect(got.podEven).toBeCloseTo(pod, 4)
  })
})

test.each([
  [0, 100, 0.3, 0.259182],
  [1, 130, 0.39, 0.322943],
  [2, 100, 0.3, 0.259182],
])('SEARCH-5 V26 a bent track through three cells: cell %d', (cell, metres, coverage, pod) => {
  const got = segmentCoverage(box(100 * cell, 0, 100, 100), [
    track(30, [-20, 50], [150, 50], [150, 80], [320, 80]),
  ])
  expect(got.inside[0]?.metres).toBeCloseTo(metres, 1)
  expect(got.coverage).toBeCloseTo(coverage, 4)
  expect(got.podEven).toBeCloseTo(pod, 4)
})

test('SEARCH-5 each person counts with the own sweep width, and a broken line only where it is known', () => {
  const cell = box(0, 0, 100, 100)
  const broken = { ...track(20), lines: [points([0, 20], [30, 20]), points([70, 20], [100, 20])] }
  const { coverage } = segmentCoverage(cell, [broken, track(50, [0, 80], [100, 80])])
  expect(coverage).toBeCloseTo((20 * 60 + 50 * 100) / 10_000, 4)
  expect(segmentCoverage(cell, [])).toMatchObject({ inside: [], coverage: 0, pod: 0 })
})
