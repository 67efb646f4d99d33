import { expect, test } from 'vitest'
import type { CameraState } from '../../../client/map/camera-rule.ts'
import { afterFit, afterGesture, afterTarget, freeCamera } from '../../../client/map/camera-rule.ts'

const show = (state: CameraState, key: string) => afterTarget(state, key)

test('MAP-4 the view is fitted when the set it shows changes, and not when the same set moves', () => {
  const first = show(freeCamera, 'operation 1')
  expect(first.fit).toBe(true)
  expect(show(first.state, 'operation 1').fit).toBe(false)
  expect(show(first.state, 'operation 2').fit).toBe(true)
})

test('MAP-4 after a gesture nothing moves the view until the user fits it again', () => {
  const { state } = show(freeCamera, 'a')
  const locked = afterGesture(state)
  expect(locked.locked).toBe(true)
  expect(show(locked, 'b')).toEqual({ state: locked, fit: false })
  const fitted = afterFit('b')
  expect(fitted.locked).toBe(false)
  expect(show(fitted, 'b').fit).toBe(false)
  expect(show(fitted, 'c').fit).toBe(true)
})
