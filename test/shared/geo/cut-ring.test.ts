import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutRing } from '../../../shared/geo/cut-ring.ts'
import { inRing } from '../../../shared/geo/geofence.ts'
import type { LatLng, Ring } from '../../../shared/geo/lat-lng.ts'
import { makeRing } from '../../../shared/geo/make-ring.ts'
import { planeAt, toLatLng } from '../../../shared/geo/plane.ts'
import { ringArea } from '../../../shared/geo/ring-measure.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { notched, plane, points, square } from './rings.ts'

const limits = { minArea: 5, reach: 3 }
function parts(ring: Ring, ...lines: LatLng[][]): Ring[] {
  const cut = cutRing(ring, lines, limits)
  if (!cut) throw new Error('unclear')
  return cut
}
const areas = (rings: Ring[]) => rings.map((one) => Math.round(ringArea(one)))

test('SEG-200 a line across a segment makes two parts with one border, the northern first', () => {
  const cut = parts(square, points([-10, 40], [110, 40]))
  expect(areas(cut)).toEqual([6000, 4000])
  const corners = cut.map((ring) => new Set(ring.map(({ lat, lng }) => `${lat} ${lng}`)))
  const shared = [...(corners[0] ?? [])].filter((corner) => corners[1]?.has(corner))
  expect(shared).toHaveLength(2)
})

test.each<[string, Ring, [number, number][][], number[]]>([
  [
    'a road with bends',
    square,
    [
      [
        [-5, 50],
        [30, 60],
        [70, 40],
        [105, 50],
      ],
    ],
    [5000, 5000],
  ],
  [
    'two parallel roads',
    square,
    [
      [
        [-5, 30],
        [105, 30],
      ],
      [
        [-5, 70],
        [105, 70],
      ],
    ],
    [3000, 4000, 3000],
  ],
  [
    'two crossing roads',
    square,
    [
      [
        [-5, 50],
        [105, 50],
      ],
      [
        [50, -5],
        [50, 105],
      ],
    ],
    [2500, 2500, 2500, 2500],
  ],
  [
    'a road that ends on another',
    square,
    [
      [
        [-5, 50],
        [105, 50],
      ],
      [
        [50, 51],
        [50, 105],
      ],
    ],
    [2500, 2500, 5000],
  ],
  [
    'a road that goes on as a stream',
    square,
    [
      [
        [-5, 50],
        [48, 50],
      ],
      [
        [50, 50],
        [105, 50],
      ],
    ],
    [5000, 5000],
  ],
  [
    'a road that stops short of the border by a metre',
    square,
    [
      [
        [1, 50],
        [99, 50],
      ],
    ],
    [5000, 5000],
  ],
  [
    'from corner to corner',
    square,
    [
      [
        [0, 0],
        [100, 100],
      ],
    ],
    [5000, 5000],
  ],
  [
    'there and out again by the same side',
    square,
    [
      [
        [40, -5],
        [40, 30],
        [60, 30],
        [60, -5],
      ],
    ],
    [9400, 600],
  ],
  [
    'a road over both arms of a bent segment',
    notched,
    [
      [
        [-5, 60],
        [105, 60],
      ],
    ],
    [1600, 1600, 5200],
  ],
  [
    'along the border and then across',
    square,
    [
      [
        [0, -5],
        [0, 50],
        [105, 50],
      ],
    ],
    [5000, 5000],
  ],
])('SEG-200 %s', (_, ring, lines, expected) => {
  expect(areas(parts(ring, ...lines.map((line) => points(...line))))).toEqual(expected)
})

test.each<[string, [number, number][][]]>([
  [
    'outside',
    [
      [
        [-5, 150],
        [105, 150],
      ],
    ],
  ],
  [
    'ends inside',
    [
      [
        [-5, 50],
        [50, 50],
      ],
    ],
  ],
  [
    'a round inside',
    [
      [
        [30, 30],
        [60, 30],
        [60, 60],
        [30, 60],
        [30, 30],
      ],
    ],
  ],
  [
    'a road in to a round',
    [
      [
        [-5, 45],
        [30, 45],
        [60, 30],
        [60, 60],
        [30, 45],
      ],
    ],
  ],
  [
    'along the border',
    [
      [
        [0, 0],
        [0, 100],
      ],
    ],
  ],
  ['nothing', []],
])('SEG-201 a line that does not divide cuts nothing: %s', (_, lines) => {
  expect(parts(square, ...lines.map((line) => points(...line)))).toEqual([square])
})

test('SEG-202 a sliver goes to the neighbour with the longest border; the parts still add up', () => {
  const lines = [points([-5, 50], [105, 50]), points([-5, 50.02], [105, 50.02])]
  expect(areas(parts(square, ...lines))).toEqual([4998, 5002])
  const corner = points([-5, 2], [2, -5])
  expect(parts(square, corner)).toEqual([square])
})

/** A star around a middle: simple, and bent as drawn outlines are. */
const star = fc
  .array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 })
  .map((reaches) =>
    reaches.map((reach, i) => {
      const angle = (2 * Math.PI * i) / reaches.length
      return toLatLng(plane, { x: 800 * reach * Math.cos(angle), y: 800 * reach * Math.sin(angle) })
    }),
  )
  .map((ring) => makeRing(ring))
  .filter((ring): ring is Ring => !isRefusal(ring))
const metre = fc.double({ min: -1000, max: 1000, noNaN: true })
const line = fc
  .array(fc.tuple(metre, metre), { minLength: 2, maxLength: 12 })
  .map((corners) => points(...corners))

test('SEG-203 parts add up to the whole, and every point of the ring lies in exactly one of them', () => {
  fc.assert(
    fc.property(
      star,
      fc.array(line, { maxLength: 4 }),
      fc.array(fc.tuple(metre, metre)),
      (ring, lines, spots) => {
        const cut = cutRing(ring, lines, { minArea: 200, reach: 3 })
        // Tangled lines may be refused; they must never lose ground.
        if (!cut) return
        const local = planeAt({ lat: 43.2389, lng: 76.8897 })
        const flat = (one: Ring) => {
          let twice = 0
          one.forEach((a, i) => {
            const b = one[(i + 1) % one.length] as LatLng
            twice +=
              (a.lng - local.origin.lng) * (b.lat - local.origin.lat) -
              (b.lng - local.origin.lng) * (a.lat - local.origin.lat)
          })
          return Math.abs(twice / 2)
        }
        const whole = flat(ring)
        expect(Math.abs(cut.reduce((sum, part) => sum + flat(part), 0) - whole)).toBeLessThan(1e-6 * whole)
        for (const [x, y] of spots) {
          const at = toLatLng(plane, { x, y })
          // On a border to a hair's breadth a point is in either.
          const nearBorder = [...cut, ring].some((one) => borderWithin(one, at, 0.05))
          if (nearBorder) continue
          expect(cut.filter((part) => inRing(part, at))).toHaveLength(inRing(ring, at) ? 1 : 0)
        }
        for (const part of cut) if (cut.length > 1) expect(ringArea(part)).toBeGreaterThan(199)
      },
    ),
    { numRuns: 300 },
  )
})

function borderWithin(ring: Ring, at: LatLng, metres: number): boolean {
  const [x, y] = [
    (at.lng - plane.origin.lng) * plane.metresPerLng,
    (at.lat - plane.origin.lat) * plane.metresPerLat,
  ]
  return ring.some((to, i) => {
    const from = ring.at(i - 1) as LatLng
    const ax = (from.lng - plane.origin.lng) * plane.metresPerLng
    const ay = (from.lat - plane.origin.lat) * plane.metresPerLat
    const bx = (to.lng - plane.origin.lng) * plane.metresPerLng - ax
    const by = (to.lat - plane.origin.lat) * plane.metresPerLat - ay
    const share = Math.max(0, Math.min(1, ((x - ax) * bx + (y - ay) * by) / (bx * bx + by * by)))
    return Math.hypot(ax + share * bx - x, ay + share * by - y) < metres
  })
}

test('SEG-204 an outline of 20,000 points is cut by 60 lines in a few seconds', () => {
  const ring = Array.from({ length: 20_000 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 20_000
    const reach = 5000 + 200 * Math.sin(40 * angle)
    return toLatLng(plane, { x: reach * Math.cos(angle), y: reach * Math.sin(angle) })
  })
  const lines = Array.from({ length: 60 }, (_, k) =>
    Array.from({ length: 100 }, (_, i) =>
      toLatLng(plane, { x: -6000 + 120 * i, y: -4500 + 150 * k + 60 * Math.sin(i + k) }),
    ),
  )
  const start = process.cpuUsage()
  const cut = parts(ring, ...lines)
  expect(cut.length).toBeGreaterThan(50)
  // Of this process alone: other tests run beside.
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(6_000)
})
