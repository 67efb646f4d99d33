import { expect, test } from 'vitest'
import { segmentSize } from '../../../../shared/search/segments/segment-size.ts'

const team = { people: 6, speed: 1.5, width: 40, coverage: 1 }

test('SEG-240 V31 a team of six with 40 m at 1.5 km/h covers 1.44 km² in four hours and 2.16 km² in six', () => {
  expect(segmentSize(1e6, { ...team, hours: 4 }).most).toBeCloseTo(1.44e6, 6)
  expect(segmentSize(1e6, { ...team, hours: 6 }).most).toBeCloseTo(2.16e6, 6)
})

test('SEG-240 what is too big is cut into so many parts that each fits, and what is not worth a team is said', () => {
  const of = (km2: number) => segmentSize(km2 * 1e6, { ...team, hours: 4 })
  expect(of(1.5)).toMatchObject({ verdict: 'fits', cutIn: 1 })
  expect(of(4.3)).toMatchObject({ verdict: 'too-big', cutIn: 3 })
  expect(4.3 / of(4.3).cutIn).toBeLessThan(1.44 * 1.1)
  expect(of(0.28)).toMatchObject({ verdict: 'too-small', cutIn: 1 })
})
