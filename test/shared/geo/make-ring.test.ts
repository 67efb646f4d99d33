import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LatLng } from '../../../shared/geo/lat-lng.ts'
import { makeRing } from '../../../shared/geo/make-ring.ts'
import { crossesItself } from '../../../shared/geo/self-crossing.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { notched, points, square } from './rings.ts'

const codeOf = (made: ReturnType<typeof makeRing>) => (isRefusal(made) ? made.code : 'a ring')

test('GEO-6 a valid ring comes back as it was', () => {
  expect(makeRing(square)).toEqual(square)
  expect(makeRing([...notched].reverse())).toEqual([...notched].reverse())
})

test('GEO-6 a repeated last point and points repeated in a row are left out', () => {
  const [a, b, c, d] = square as [LatLng, LatLng, LatLng, LatLng]
  expect(makeRing([a, b, b, b, c, d, d, a])).toEqual(square)
})

describe('GEO-6 refuses', () => {
  const bowtie = points([0, 0], [100, 100], [100, 0], [0, 100])
  const spike = points([0, 0], [100, 0], [100, 100], [100, 150], [100, 100], [0, 100])
  const touching = points([0, 0], [100, 0], [50, 50], [100, 100], [0, 100], [50, 50])
  const inLine = points([0, 0], [50, 50], [100, 100])
  test.each<[string, LatLng[], string]>([
    ['no points', [], 'ring.too-few-points'],
    ['two points there and back', points([0, 0], [9, 9], [0, 0], [9, 9]), 'ring.too-few-points'],
    ['one point many times', points([1, 1], [1, 1], [1, 1], [1, 1]), 'ring.too-few-points'],
    ['a bow tie', bowtie, 'ring.self-crossing'],
    ['a spike', spike, 'ring.self-crossing'],
    ['a ring that touches itself', touching, 'ring.self-crossing'],
    ['three points in line', inLine, 'ring.too-small'],
    ['a latitude of 91', [{ lat: 91, lng: 70 }, ...square], 'ring.bad-coordinates'],
    ['not a number', [{ lat: Number.NaN, lng: 70 }, ...square], 'ring.bad-coordinates'],
    ['infinity', [{ lat: 43, lng: Infinity }, ...square], 'ring.bad-coordinates'],
    ['less than a square metre', points([0, 0], [0.5, 0], [0.5, 0.5]), 'ring.too-small'],
    [
      'half a continent',
      [
        { lat: 40, lng: 46 },
        { lat: 40, lng: 87 },
        { lat: 55, lng: 87 },
      ],
      'ring.too-large',
    ],
  ])('%s', (_, ring, code) => {
    expect(codeOf(makeRing(ring))).toBe(code)
  })

  test('more than 20,000 points, before looking at any', () => {
    expect(codeOf(makeRing(circle(20_000)))).toBe('a ring')
    expect(codeOf(makeRing(circle(20_001)))).toBe('ring.too-large')
    expect(codeOf(makeRing(new Array(1_000_000).fill({ lat: Number.NaN, lng: 0 })))).toBe('ring.too-large')
  })

  test('whatever the caller sets lower', () => {
    expect(codeOf(makeRing(square, { maxArea: 9000 }))).toBe('ring.too-large')
  })
})

test('GEO-6 the sweep finds the crossings that testing every pair of edges finds', () => {
  const flat = fc.array(
    fc.record({ x: fc.integer({ min: 0, max: 12 }), y: fc.integer({ min: 0, max: 12 }) }),
    {
      minLength: 3,
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(flat, (ring) => {
      fc.pre(
        ring.every(
          (p, i) => p.x !== ring[(i + 1) % ring.length]?.x || p.y !== ring[(i + 1) % ring.length]?.y,
        ),
      )
      expect(crossesItself(ring)).toBe(meetsByPairs(ring))
    }),
    { numRuns: 2000 },
  )
})

function circle(n: number): LatLng[] {
  const turns = Array.from({ length: n }, (_, i) => (2 * Math.PI * i) / n)
  return points(...turns.map((t): [number, number] => [1000 * Math.cos(t), 1000 * Math.sin(t)]))
}

/** The peer: walks all pairs, and asks for the common points of two edges by clipping one's parameter by the other. */
function meetsByPairs(ring: { x: number; y: number }[]): boolean {
  const edges = ring.map((a, i) => ({ a, b: ring[(i + 1) % ring.length] as { x: number; y: number } }))
  return edges.some((e, i) =>
    edges.some((f, j) => {
      if (j <= i) return false
      const shared = commonLength(e, f)
      const neighbours = j === i + 1 || (i === 0 && j === edges.length - 1)
      return neighbours && ring.length > 2 ? shared > 0 : shared >= 0
    }),
  )
}

type Edge = { a: { x: number; y: number }; b: { x: number; y: number } }

/** −1: no common point; 0: one; more: the length of the overlap. */
function commonLength(e: Edge, f: Edge): number {
  const ex = e.b.x - e.a.x
  const ey = e.b.y - e.a.y
  const fx = f.b.x - f.a.x
  const fy = f.b.y - f.a.y
  const det = ex * fy - ey * fx
  const gx = f.a.x - e.a.x
  const gy = f.a.y - e.a.y
  if (det !== 0) {
    const s = (gx * fy - gy * fx) / det
    const t = (gx * ey - gy * ex) / det
    return s >= 0 && s <= 1 && t >= 0 && t <= 1 ? 0 : -1
  }
  if (gx * ey - gy * ex !== 0) return -1
  const length = ex * ex + ey * ey
  const s1 = (gx * ex + gy * ey) / length
  const s2 = ((f.b.x - e.a.x) * ex + (f.b.y - e.a.y) * ey) / length
  const overlap = Math.min(1, Math.max(s1, s2)) - Math.max(0, Math.min(s1, s2))
  return overlap < 0 ? -1 : overlap
}
