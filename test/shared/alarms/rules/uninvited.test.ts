import { expect, test } from 'vitest'
import { causeNow } from '../../../../shared/alarms/cause.ts'
import { climbs } from '../../../../shared/alarms/decide.ts'
import type { Alarm } from '../../../../shared/alarms/types.ts'
import { maySee } from '../../../../shared/auth/may-see.ts'
import type { Viewer } from '../../../../shared/auth/viewer.ts'
import { opened, people, planned, reached, sent, units, window } from '../../../kit/dispatch-past.ts'
import { foldFact, type GivenFact, given, MINUTE, noon, officer } from '../../../kit/given-when-then.ts'

/** `a1` and `u1` hold a scene; `a2` is on duty. */
function scene() {
  const { board } = given(
    ...units('u1'),
    ...people('a1', 'a2'),
    opened('op', { kind: 'scene-hold' }),
    planned('post', 'op'),
    sent('task', { members: ['a1'] }),
    ...reached('task', 'on-scene', { unit: 'u1' }, { assistant: 'a1' }),
  )
  const happens = (...facts: GivenFact[]) => {
    for (const fact of facts) foldFact(board, fact, noon, officer)
  }
  const cause = (kind: 'assistant' | 'unit', id: string, now = noon + MINUTE) =>
    causeNow(board, { kind: 'uninvited', subject: { kind, id }, task: null, operation: 'op' }, now)
  return { board, happens, cause }
}
const raised: GivenFact = {
  type: 'AlarmRaised',
  keys: ['alarm:x', 'alarm-slot:uninvited/a2'],
  data: {
    ...{
      alarm: 'x',
      kind: 'uninvited',
      subject: { kind: 'assistant', id: 'a2' },
      region: 'almaty',
      operation: 'op',
    },
    ...{ task: null, fix: null, params: { number: 1187, since: noon }, offDuty: false },
  },
}

test('ALARM-24 uninvited: it stands about an assistant on duty who has no task there, while the scene is held in its window', () => {
  const { happens, cause } = scene()
  expect(cause('assistant', 'a2')).toBe('stands')
  expect(cause('assistant', 'a1')).toBe('over')
  expect(cause('unit', 'u1')).toBe('over')
  expect(cause('assistant', 'a2', window.to)).toBe('over')
  expect(cause('assistant', 'a2', window.from - 1)).toBe('over')
  happens({
    type: 'TaskEnded',
    keys: ['task:task', 'unit:u1', 'assistant:a1'],
    data: { task: 'task', outcome: 'recalled' },
  })
  expect(cause('assistant', 'a2'), 'nobody holds it any more').toBe('over')
})

test('ALARM-24 uninvited: it is over when he goes off duty or is sent there, if only with an offer', () => {
  const off = scene()
  const who = { kind: 'assistant' as const, id: 'a2' }
  off.happens({ type: 'ShiftClosed', keys: ['assistant:a2'], data: { who } } as unknown as GivenFact)
  expect(off.cause('assistant', 'a2')).toBe('over')
  const asked = scene()
  asked.happens(
    planned('other', 'op'),
    ...units('u2'),
    sent('t2', { place: 'other', unit: 'u2', members: ['a2'] }),
  )
  expect(asked.cause('assistant', 'a2')).toBe('over')
})

test('ALARM-25 an advisory is for the desk alone and climbs to nobody', () => {
  const { board, happens } = scene()
  happens(raised)
  const alarm = board.alarm.get('x') as Alarm
  expect(alarm).toMatchObject({ kind: 'uninvited', operation: 'op', resolved: null })
  expect(climbs(alarm)).toBe(false)
  const sees = (viewer: Viewer) => maySee(board, viewer, 'alarm', 'x')
  const duty = { role: 'duty-officer' as const, regions: ['almaty'], operations: [] }
  expect(sees({ kind: 'staff', account: 'd', police: true, grants: [duty] })).toBe(true)
  for (const id of ['a1', 'a2']) expect(sees({ kind: 'assistant', id, device: 'd' })).toBe(false)
  expect(sees({ kind: 'unit', id: 'u1', device: 'd' })).toBe(false)
})
