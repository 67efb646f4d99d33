import { expect, test } from 'vitest'
import { isRegionPath } from '../../../client/registry/regions.ts'
import { standingOf } from '../../../client/registry/standing.ts'
import type { Board } from '../../../shared/board/board.ts'
import { type GivenFact, given, noon } from '../../kit/given-when-then.ts'
import { atWork, onShift, registered } from '../../kit/past.ts'

function states(board: Board): Record<string, string> {
  const assistant = board.assistant.get('a1')
  if (!assistant) throw new Error('a1 is not registered')
  return Object.fromEntries(standingOf(board, assistant, noon).map(({ rule, state }) => [rule, state]))
}

test('REG-UI-4 without a task the rules about its unit are left to the sending, the others stand as they are', () => {
  const { board } = given(registered('a1'))
  expect(states(board)).toEqual({
    ...{ D1: 'holds', D2: 'holds', D3: 'asked', D5: 'lost', D7: 'holds', D8: 'holds', D10: 'asked' },
    ...{ D9: 'asked', D11: 'asked', D12: 'holds' },
  })
  const onDuty = given(registered('a1'), onShift('assistant', 'a1')).board
  expect(states(onDuty)).toMatchObject({ D5: 'holds' })
})

test('REG-UI-5 in a task every rule is checked, and a second task is what D8 is against', () => {
  expect(states(given(...atWork(['a1'])).board)).toEqual({
    ...{ D1: 'holds', D2: 'holds', D3: 'holds', D5: 'holds', D7: 'holds', D8: 'lost', D11: 'holds' },
    // Nobody of this past has said that the order was understood.
    ...{ D9: 'holds', D10: 'lost', D12: 'holds' },
  })
  const leaving: GivenFact = { type: 'UnitLeaving', keys: ['unit:unit'], data: { unit: 'unit' } }
  expect(states(given(...atWork(['a1']), leaving).board)).toMatchObject({ D11: 'lost' })
})

test('REG-UI-6 a suspension is lost D1, whoever looks', () => {
  const suspended: GivenFact = {
    type: 'RegistryStatusChanged',
    keys: ['assistant:a1'],
    data: { assistant: 'a1', from: 'ACTIVE', to: 'SUSPENDED', reason: 'check' },
  }
  expect(states(given(registered('a1'), suspended).board)).toMatchObject({ D1: 'lost' })
  // A registrar does not see tasks.
  const { board } = given(...atWork(['a1']), suspended)
  board.task.clear()
  expect(states(board)).toMatchObject({ D1: 'lost', D3: 'asked', D8: 'lost' })
})

test('REG-UI-7 a region is typed as its path', () => {
  for (const path of ['almaty', 'almaty/medeu', 'zhetisu-2/a/b']) expect(isRegionPath(path), path).toBe(true)
  for (const path of ['', 'Алматы', 'almaty/', '/medeu', 'Almaty'])
    expect(isRegionPath(path), path).toBe(false)
})
