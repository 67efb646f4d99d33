import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance } from '../../../shared/geo/distance.ts'
import { planeAt, toLatLng, toMetres } from '../../../shared/geo/plane.ts'

const astana = planeAt({ lat: 51.1694, lng: 71.4491 })
const offset = fc.double({ min: -5000, max: 5000, noNaN: true })

test('GEO-2 V32 a degree of the plane at 51.1694 north is as long as on the sphere', () => {
  expect(astana.metresPerLat).toBeCloseTo(111195.0802, 4)
  expect(astana.metresPerLng).toBeCloseTo(69721.5329, 4)
})

test('GEO-2 metres go to degrees and back', () => {
  fc.assert(
    fc.property(offset, offset, (x, y) => {
      const back = toMetres(astana, toLatLng(astana, { x, y }))
      expect(back.x).toBeCloseTo(x, 6)
      expect(back.y).toBeCloseTo(y, 6)
    }),
  )
})

test('GEO-2 within 5 km the plane is true to 0.1 %', () => {
  fc.assert(
    fc.property(offset, offset, (x, y) => {
      const metres = Math.hypot(x, y)
      expect(Math.abs(distance(astana.origin, toLatLng(astana, { x, y })) - metres)).toBeLessThanOrEqual(
        metres * 0.001 + 1e-6,
      )
    }),
  )
})
