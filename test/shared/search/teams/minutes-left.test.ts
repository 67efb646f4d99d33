import { expect, test } from 'vitest'
import { minutesLeft } from '../../../../shared/search/teams/minutes-left.ts'
import type { Task } from '../../../../shared/tasks/types.ts'
import { MINUTE, noon } from '../../../kit/given-when-then.ts'

test('ALLOC-228 a team that is out is counted with the minutes that it has left, all of them until it has come', () => {
  const task = (step: string) => ({ unitLink: { step, since: noon } }) as Task
  expect(minutesLeft(task('en-route'), 60, noon + 40 * MINUTE)).toBe(60)
  expect(minutesLeft(task('on-scene'), 60, noon)).toBe(60)
  expect(minutesLeft(task('on-scene'), 60, noon + 45 * MINUTE)).toBe(15)
  expect(minutesLeft(task('on-scene'), 60, noon + 90 * MINUTE)).toBe(0)
})
