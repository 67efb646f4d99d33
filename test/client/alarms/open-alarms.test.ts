import { expect, test } from 'vitest'
import {
  alarmRate,
  flood,
  foldFloods,
  lastResolved,
  nextClimb,
  openAlarms,
  rowsInSight,
  shelvedAlarms,
} from '../../../client/alarms/open-alarms.ts'
import type { Alarm } from '../../../shared/alarms/types.ts'
import { emptyBoard } from '../../../shared/board/board.ts'
import { MINUTE, noon } from '../../kit/given-when-then.ts'

const alarm = (id: string, kind: Alarm['kind'], raisedAt = noon, more: Partial<Alarm> = {}): Alarm => ({
  id,
  kind,
  subject: { kind: 'assistant', id: `of ${id}` },
  region: 'almaty',
  operation: null,
  task: null,
  raisedAt,
  fix: null,
  params: {},
  count: 1,
  repeatedAt: raisedAt,
  offDuty: false,
  owner: null,
  officerWith: null,
  climbed: [],
  shelvedUntil: null,
  resolved: null,
  ...more,
})
const board = (...alarms: Alarm[]) => {
  const made = emptyBoard()
  for (const one of alarms) made.alarm.set(one.id, one)
  return made
}
const owned = { owner: { account: 'officer', at: noon } }
const ids = (alarms: readonly Alarm[]) => alarms.map(({ id }) => id)
const rows = (...alarms: Alarm[]) => foldFloods(alarms).map((group) => ids(group.alarms))
const lost = (count: number, every: number) =>
  Array.from({ length: count }, (_, n) => alarm(`c${n}`, 'contact-lost', noon + n * every))

test('ALARM-UI-6 the strip has the highest class first, then the oldest; closed and shelved ones are not in it', () => {
  const at = noon + 10
  const all = board(
    alarm('late', 'perimeter-left', noon + 2),
    alarm('low', 'contact-lost', noon),
    alarm('early', 'partner-lost', noon + 1),
    alarm('help', 'sos', noon + 5),
    alarm('closed', 'sos', noon, { resolved: { account: 'officer', at: noon, reason: 'helped' } }),
    alarm('later', 'perimeter-left', noon, { shelvedUntil: at + 1 }),
    alarm('back', 'under-minimum', noon, { shelvedUntil: at }),
  )
  expect(ids(openAlarms(all, at))).toEqual(['help', 'back', 'early', 'late', 'low'])
  expect(ids(shelvedAlarms(all, at))).toEqual(['later'])
})

test('ALARM-UI-7 five of one kind within a minute are one row; four, or five over a longer time, are not', () => {
  const few = flood.alarms - 1
  expect(rows(...lost(few, 1000))).toHaveLength(few)
  expect(rows(...lost(flood.alarms, 1000))).toEqual([ids(lost(flood.alarms, 1000))])
  expect(rows(...lost(flood.alarms, flood.within))).toHaveLength(flood.alarms)
})

test('ALARM-UI-8 calls for help are never folded, and a flood takes no other kind with it', () => {
  const calls = Array.from({ length: 6 }, (_, n) => alarm(`s${n}`, 'sos', noon + n))
  expect(rows(...calls)).toHaveLength(6)
  const mixed = rows(alarm('out', 'perimeter-left'), ...lost(5, 1000))
  expect(mixed.map((row) => row.length)).toEqual([1, 5])
})

test('ALARM-UI-9 each alarm stands in one row only, whatever is folded', () => {
  const many = [...lost(12, 20_000), alarm('out', 'perimeter-left')]
  const shown = rows(...many).flat()
  expect(shown).toHaveLength(many.length)
  expect(new Set(shown).size).toBe(many.length)
})

test('ALARM-UI-10 the rate counts an hour by five minutes and the last ten minutes', () => {
  const now = noon + 60 * MINUTE
  const ages = [-1, 0, 4, 9, 10, 59, 60].map((minutes) => alarm(`m${minutes}`, 'sos', now - minutes * MINUTE))
  const { steps, lastTen } = alarmRate(board(...ages), now)
  expect(lastTen).toBe(3)
  expect(steps).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2])
})

test('ALARM-UI-11 an unowned alarm climbs, an owned one only when it is a call for help without an officer', () => {
  expect(nextClimb(alarm('a', 'perimeter-left'))).toEqual({ level: 1, at: noon + MINUTE })
  expect(nextClimb(alarm('a', 'perimeter-left', noon, owned))).toBeNull()
  const climbed = [{ level: 1, at: noon + MINUTE }]
  expect(nextClimb(alarm('s', 'sos', noon, { ...owned, climbed }))).toEqual({
    level: 2,
    at: noon + 2 * MINUTE,
  })
  const officerWith = { account: 'officer', at: noon }
  expect(nextClimb(alarm('s', 'sos', noon, { officerWith }))).toBeNull()
  expect(
    nextClimb(alarm('s', 'sos', noon, { climbed: [1, 2, 3].map((level) => ({ level, at: noon })) })),
  ).toBe(null)
})

test('ALARM-UI-12 the quiet strip names the alarm that was closed last', () => {
  const closed = (id: string, at: number) =>
    alarm(id, 'sos', noon, { resolved: { account: 'officer', at, reason: 'helped' } })
  expect(lastResolved(board(alarm('open', 'sos')))).toBeNull()
  expect(lastResolved(board(closed('b', noon + 9), closed('a', noon + 5)))?.id).toBe('b')
})

test('ALARM-UI-13 the strip keeps a call for help without an owner in sight, then the selected row, then the worst', () => {
  const groups = foldFloods([
    alarm('had', 'sos', noon, owned),
    alarm('calls', 'sos', noon + 1),
    alarm('too', 'sos', noon + 2),
    alarm('out', 'perimeter-left'),
    alarm('silent', 'contact-lost'),
  ])
  const seen = (selected: number | null, room: number, of = groups) =>
    rowsInSight(of, of[selected ?? -1], room).map(({ key }) => key)
  expect(seen(null, 2)).toEqual(['calls', 'too'])
  expect(seen(4, 2)).toEqual(['calls', 'silent'])
  expect(seen(4, 1)).toEqual(['calls'])
  expect(seen(4, 0)).toEqual([])
  const calm = groups.filter(({ key }) => key !== 'calls' && key !== 'too')
  expect(seen(null, 2, calm)).toEqual(['had', 'out'])
  expect(seen(2, 2, calm)).toEqual(['had', 'silent'])
  expect(seen(2, 1, calm)).toEqual(['silent'])
  expect(seen(null, 1, calm)).toEqual(['had'])
})
