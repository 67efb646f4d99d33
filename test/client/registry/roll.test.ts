import { expect, test } from 'vitest'
import { countRoll, rollFilters, rollOf, sorted } from '../../../client/registry/roll.ts'
import type { RegistryStatus } from '../../../shared/assistants/types.ts'
import type { Id } from '../../../shared/kernel/ids.ts'
import { type GivenFact, given } from '../../kit/given-when-then.ts'
import { onShift, registered, registeredUnit } from '../../kit/past.ts'

const moved = (id: Id, to: RegistryStatus): GivenFact => ({
  type: 'RegistryStatusChanged',
  keys: [`assistant:${id}`],
  data: { assistant: id, from: 'ACTIVE', to, reason: 'check' },
})
const phone = (id: Id, via: 'phone' | 'tracker' = 'phone'): GivenFact => ({
  type: 'DeviceEnrolled',
  keys: [`device:${via}-${id}`],
  data: { device: `${via}-${id}`, holder: { kind: 'assistant', id }, via },
})
const { board } = given(
  ...['a1', 'a2', 'a3', 'a10'].map((id) => registered(id)),
  registeredUnit('unit'),
  registeredUnit('closed'),
  { type: 'UnitClosed', keys: ['unit:closed'], data: { unit: 'closed' } },
  onShift('assistant', 'a1'),
  phone('a1'),
  phone('a2'),
  { type: 'DeviceRevoked', keys: ['device:phone-a2'], data: { device: 'phone-a2' } },
  phone('a10', 'tracker'),
  moved('a3', 'SUSPENDED'),
  moved('a10', 'TERMINATED'),
)
const found = (filter: (typeof rollFilters)[number], text = '', named: Id[] = []) =>
  rollOf(board, filter, text, new Set(named)).map(({ id }) => id)

test('REG-UI-1 each filter shows who it counts', () => {
  expect(found('all')).toEqual(['a1', 'a2', 'a3', 'a10'])
  expect(found('active')).toEqual(['a1', 'a2'])
  expect(found('on-duty')).toEqual(['a1'])
  expect(found('no-phone')).toEqual(['a2'])
  expect(found('suspended')).toEqual(['a3'])
  expect(found('ended')).toEqual(['a10'])
  expect(found('units')).toEqual(['unit'])
  const counts = countRoll(board)
  for (const filter of rollFilters) expect(counts[filter], filter).toBe(found(filter).length)
})

test('REG-UI-2 who is looked for is found under any filter of people, by call sign or as the server found them', () => {
  expect(found('suspended', 'a-10')).toEqual(['a10'])
  expect(found('active', 'Ахметова', ['a3'])).toEqual(['a3'])
  expect(found('units', 'UNI')).toEqual(['unit'])
  expect(found('all', 'nobody')).toEqual([])
})

test('REG-UI-3 a column sorts as people count, and the register keeps its own order without one', () => {
  const all = rollOf(board, 'all', '', new Set())
  const ids = (list: typeof all) => list.map(({ id }) => id)
  expect(sorted(all, null, true)).toBe(all)
  expect(ids(sorted([...all].reverse(), ({ callSign }) => callSign, false))).toEqual([
    'a1',
    'a2',
    'a3',
    'a10',
  ])
  expect(ids(sorted(all, ({ callSign }) => callSign, true))).toEqual(['a10', 'a3', 'a2', 'a1'])
})
