import { expect, test } from 'vitest'
import { groupHands } from '../../../client/forces/group-hands.ts'
import type { Carrying } from '../../../client/forces/status.ts'
import { opened, people, planned, reached, registered, sent, units } from '../../kit/dispatch-past.ts'
import { given } from '../../kit/given-when-then.ts'

const { board } = given(
  ...units('k-1', 'k-2', 'k-3'),
  registered('k-4'),
  ...people('a1', 'a2', 'a3', 'a4'),
  opened('op'),
  planned('led', 'op'),
  planned('empty', 'op'),
  sent('t1', { unit: 'k-1', members: ['a1'], place: 'led' }),
  ...reached('t1', 'on-scene', { unit: 'k-1' }),
)
const metres: Record<string, number> = { 'k-2': 900, 'k-3': 300, a2: 500, a3: 100, a4: 700 }
const group: Carrying[] = [...board.unit.values(), ...board.assistant.values()]
const pinned = (place: string, of = group) => {
  const at = board.place.get(place)
  if (!at) throw new Error(`no place ${place}`)
  return groupHands(board, at, of, ({ id }) => metres[id] ?? 0).map(
    ({ unit, assistant }) => unit ?? assistant,
  )
}

test('MAP-17 a place without a unit gets the nearest free one and as many of the nearest as it wants', () => {
  const slots = board.place.get('empty')?.slots.length ?? 0
  expect(slots).toBeGreaterThan(0)
  expect(pinned('empty')).toEqual(['k-3', ...['a3', 'a2', 'a4'].slice(0, slots)])
})

test('MAP-17 a place that somebody leads gets people for its free slots only', () => {
  const free = (board.place.get('led')?.slots.length ?? 0) - 1
  expect(pinned('led')).toEqual(['a3', 'a2', 'a4'].slice(0, free))
})

test('MAP-17 whoever is at work, off duty or leaving is not pinned', () => {
  expect(
    pinned(
      'empty',
      group.filter(({ id }) => ['k-1', 'k-4', 'a1'].includes(id)),
    ),
  ).toEqual([])
  const leaving = { ...board.unit.get('k-2'), leaving: { at: 0 } } as unknown as Carrying
  expect(pinned('empty', [leaving])).toEqual([])
})
