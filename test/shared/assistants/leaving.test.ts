import { describe, expect, test } from 'vitest'
import type { Body } from '../../../shared/board/commands.ts'
import { endingRule, suspendingEndings } from '../../../shared/law/endings/all.ts'
import { endingIds } from '../../../shared/law/endings/rule.ts'
import { noon } from '../../kit/given-when-then.ts'
import { account, atWork } from '../../kit/past.ts'
import { type PureDesk, pureDesk } from '../../kit/pure-desk.ts'

const holder = { kind: 'assistant', id: 'a1' } as const
const member = ({ board }: PureDesk, id = 'a1') =>
  board.task.get('task')?.members.find(({ assistant }) => assistant === id)
const alarms = ({ board }: PureDesk) =>
  [...board.alarm.values()]
    .filter(({ resolved }) => resolved === null)
    .map(({ kind, subject }) => [kind, subject.id])
const messages = ({ board }: PureDesk) => [...board.message.values()]

function working(people = ['a1', 'a2']) {
  const desk = pureDesk([account('officer', 'police-reviewer'), ...atWork(people)])
  desk.give('EnrolDevice', { device: 'phone', holder, via: 'phone' })
  desk.give('EnrolDevice', { device: 'tracker', holder, via: 'tracker' })
  return desk
}

/** The trigger as an officer names it first: it ends the status, or suspends it at once. */
function trigger(desk: PureDesk, reason: Body<'EndAssistant'>['reason']) {
  const suspends = suspendingEndings.find((one) => one === reason)
  if (suspends) desk.give('SuspendAssistant', { assistant: 'a1', reason: suspends })
  else desk.give('EndAssistant', { assistant: 'a1', reason })
}

describe('a trigger of the end, at work', () => {
  test.each(endingIds)(
    'LAW-210 %s: D1 is lost, off shift, out of the task, devices dead; the unit is told, the desk alarmed',
    (reason) => {
      const desk = working()
      trigger(desk, reason)
      const { board, log } = desk
      expect(board.assistant.get('a1')).toMatchObject({
        status: endingRule(reason).effect === 'terminate' ? 'TERMINATED' : 'SUSPENDED',
        ...{ task: null, shift: { closedAt: noon } },
      })
      expect(log.find(({ type }) => type === 'ShiftClosed')?.data).toMatchObject({ why: 'registry' })
      expect(member(desk)?.step).toBe('stood-down')
      expect([...board.device.values()].map(({ revoked }) => revoked)).toEqual([true, true])
      expect(messages(desk)).toMatchObject([
        {
          kind: 'member-out',
          about: { assistant: 'a1', callSign: 'A-1' },
          receipts: [{ who: { kind: 'unit', id: 'unit' } }],
        },
      ])
      expect(alarms(desk)).toEqual([['gate-lost', 'a1']])
      // Nobody else is touched.
      expect(member(desk, 'a2')?.step).toBe('on-scene')
      expect(board.task.get('task')?.endedAt).toBeNull()
    },
  )

  test('LAW-211 the message tells the unit neither the trigger nor a reason', () => {
    const desk = working()
    trigger(desk, 'T5')
    expect(JSON.stringify(desk.log.find(({ type }) => type === 'MessageSent'))).not.toContain('T5')
  })

  test('LAW-212 the alarm stands until the desk has dealt with it or the task is over', () => {
    const desk = working()
    trigger(desk, 'T2')
    desk.give('SuspendAssistant', { assistant: 'a2', reason: 'check' })
    expect(alarms(desk)).toEqual([
      ['gate-lost', 'a1'],
      ['gate-lost', 'a2'],
    ])
    desk.give('RecallTask', { task: 'task' })
    expect(alarms(desk)).toEqual([])
  })

  test('LAW-213 the last member leaves: the task ends and the unit is free, and told', () => {
    const desk = working(['a1'])
    trigger(desk, 'T3')
    expect(desk.board.task.get('task')?.endedAt).toBe(noon)
    expect(desk.board.unit.get('unit')?.task).toBeNull()
    expect(messages(desk)).toHaveLength(1)
  })

  test('LAW-214 who is on HOLD for a check leaves when the trigger becomes known', () => {
    const desk = working()
    desk.give('SuspendAssistant', { assistant: 'a1', reason: 'check' })
    expect(member(desk)?.step).toBe('hold')
    expect(desk.board.device.get('phone')?.revoked).toBe(false)
    desk.give('SuspendAssistant', { assistant: 'a1', reason: 'T2' })
    expect(member(desk)?.step).toBe('stood-down')
    expect(desk.board.device.get('phone')?.revoked).toBe(true)
    expect(messages(desk)).toHaveLength(1)
  })

  test.each(endingIds)('LAW-215 after %s the same command again leaves the log as it is', (reason) => {
    const desk = working()
    trigger(desk, reason)
    const { length } = desk.log
    trigger(desk, reason)
    expect(desk.log).toHaveLength(length)
  })

  test('LAW-216 who leaves nothing behind is told to nobody', () => {
    const desk = pureDesk([
      account('officer', 'police-reviewer'),
      ...atWork(['a2']),
      ...atWork(['a1']).slice(2, 3),
    ])
    trigger(desk, 'T1')
    expect([messages(desk), alarms(desk)]).toEqual([[], []])
  })
})
