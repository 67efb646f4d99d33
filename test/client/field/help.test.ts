import { expect, test } from 'vitest'
import { helpOf } from '../../../client/field/help.ts'
import type { OutboxItem } from '../../../client/field/storage.ts'
import type { Alarm } from '../../../shared/alarms/types.ts'
import { boardOf, me } from './board-of.ts'

const alarm = (change: Partial<Alarm> = {}): Alarm => ({
  id: 'x',
  kind: 'sos',
  subject: me,
  region: 'almaty',
  operation: null,
  task: null,
  raisedAt: 1_000,
  repeatedAt: 1_000,
  fix: null,
  params: { pressedAt: 900 },
  count: 1,
  offDuty: false,
  owner: null,
  officerWith: null,
  climbed: [],
  shelvedUntil: null,
  resolved: null,
  ...change,
})
const pressed: OutboxItem = {
  no: 1,
  envelope: { id: 'c1', type: 'CallForHelp', body: { pressedAt: 900, fix: null } },
  refused: null,
}
const receipt = { alarm: 'x', kind: 'sos', subject: me, region: 'almaty', at: 950 } as const

function help(alarms: Alarm[], received: (typeof receipt)[], items: OutboxItem[], now = 2_000) {
  const board = boardOf({ shiftTo: null })
  for (const each of alarms) board.alarm.set(each.id, each)
  return helpOf(board, received, items, me, now)
}

test('FIELD-19 a call that has not reached the server says only that it waits', () => {
  expect(help([], [], [pressed])).toMatchObject({
    queued: true,
    pressedAt: 900,
    receivedAt: null,
    storedAt: null,
    seen: null,
  })
  expect(help([], [], [])).toBeNull()
})

test('FIELD-19 received, stored, seen and an officer there are said one by one, as they are confirmed', () => {
  expect(help([], [receipt], [pressed])).toMatchObject({ alarm: 'x', receivedAt: 950, storedAt: null })
  expect(help([alarm()], [], [])).toMatchObject({
    storedAt: 1_000,
    seen: null,
    pressedAt: 900,
    queued: false,
  })
  const owner = { account: 'acc', at: 1_500 }
  expect(help([alarm({ owner })], [], [])).toMatchObject({ seen: owner, officerWith: null })
  expect(help([alarm({ owner, officerWith: { account: 'acc', at: 1_800 } })], [], [])).toMatchObject({
    officerWith: 1_800,
  })
})

test('FIELD-20 a closed call shows for ten minutes, and a new one at once', () => {
  const closed = alarm({ resolved: { account: 'acc', at: 2_000, reason: 'helped' } })
  expect(help([closed], [], [])?.resolved?.reason).toBe('helped')
  expect(help([closed], [], [], 602_000)).toBeNull()
  expect(help([closed], [], [pressed])).toMatchObject({ resolved: null, queued: true, storedAt: null })
})

test('FIELD-19 the call of a team mate is not one’s own', () => {
  expect(help([alarm({ subject: { kind: 'unit', id: 'u1' } })], [], [])).toBeNull()
})
