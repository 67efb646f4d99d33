import { expect, test } from 'vitest'
import { commandBodies } from '../../../shared/board/commands.ts'
import { deciders } from '../../../shared/board/deciders.ts'

test('DECIDE-1 every command there is has one decider', () => {
  expect(Object.keys(deciders).sort()).toEqual(Object.keys(commandBodies).sort())
})
