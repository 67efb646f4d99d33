import { expect, test } from 'vitest'
import { tether } from '../../../../shared/alarms/rules/tether.ts'

const unit = { lat: 43.25, lng: 76.95 }

test.each([
  [0.0008, false],
  [0.001, true],
])('ALARM-21 the tether is a gauge: far above 100 m (%f degrees north)', (north, far) => {
  expect(tether({ ...unit, lat: unit.lat + north }, unit).far).toBe(far)
})
