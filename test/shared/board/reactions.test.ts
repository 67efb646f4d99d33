import { describe, expect, test } from 'vitest'
import type { AlarmKind } from '../../../shared/alarms/types.ts'
import { react } from '../../../shared/board/reactions.ts'
import { forceParameters } from '../../../shared/force-reports/parameters.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { policeRules } from '../../../shared/law/eligibility/rule.ts'
import { criteria } from '../../kit/force.ts'
import { MINUTE, noon } from '../../kit/given-when-then.ts'
import {
  account,
  atWork,
  onShift,
  operation,
  planned,
  registered,
  registeredUnit,
  sent,
} from '../../kit/past.ts'
import { type PureDesk, pureDesk } from '../../kit/pure-desk.ts'

const asUnit = { kind: 'unit', id: 'unit' } as const
const member = (desk: PureDesk, id: string) =>
  desk.board.task.get('task')?.members.find(({ assistant }) => assistant === id)
const open = (desk: PureDesk): AlarmKind[] =>
  [...desk.board.alarm.values()].filter(({ resolved }) => resolved === null).map(({ kind }) => kind)
const offered = [
  registeredUnit('unit'),
  onShift('unit', 'unit'),
  ...['a1', 'a2', 'a3'].flatMap((id) => [registered(id), onShift('assistant', id, noon + 360 * MINUTE)]),
  ...operation(),
]

describe('a lost partner', () => {
  test('REACT-1 a unit that reports leaving holds its members and raises one alarm; back, they go on', () => {
    const desk = pureDesk(atWork(['a1', 'a2']))
    desk.give('ReportLeaving', { unit: 'unit' }, asUnit)
    expect([member(desk, 'a1'), member(desk, 'a2')]).toMatchObject([
      { step: 'hold', heldBy: 'D11' },
      { step: 'hold', heldBy: 'D11' },
    ])
    expect(open(desk)).toEqual(['partner-lost'])
    expect([...desk.board.alarm.values()][0]).toMatchObject({
      subject: asUnit,
      task: 'task',
      params: { people: 2 },
    })
    desk.give('ReportBack', { unit: 'unit' }, asUnit)
    expect([member(desk, 'a1')?.step, member(desk, 'a2')?.step]).toEqual(['on-scene', 'on-scene'])
    expect(open(desk)).toEqual([])
  })

  test('REACT-2 when the unit’s shift runs out nobody acts without police; extended, they go on', () => {
    const desk = pureDesk(atWork(['a1']))
    desk.give('ExtendShift', { who: { kind: 'assistant', id: 'a1' }, to: noon + 360 * MINUTE })
    desk.advance(noon + 240 * MINUTE)
    expect(member(desk, 'a1')).toMatchObject({ step: 'hold', heldBy: 'D3' })
    expect(open(desk)).toEqual(['shift-overrun', 'partner-lost'])
    desk.give('ExtendShift', { who: asUnit, to: noon + 300 * MINUTE })
    expect(member(desk, 'a1')?.step).toBe('on-scene')
    expect(open(desk)).toEqual([])
  })

  test('REACT-3 a unit that declines while somebody has accepted leaves an alarm; another unit ends it', () => {
    const desk = pureDesk([...offered, registeredUnit('unit2'), onShift('unit', 'unit2'), sent(['a1', 'a2'])])
    desk.give('AnswerOffer', { task: 'task', party: { assistant: 'a1' }, answer: 'accept' })
    desk.give('AnswerOffer', { task: 'task', party: { unit: 'unit' }, answer: 'decline' })
    expect(member(desk, 'a1')).toMatchObject({ step: 'hold', heldBy: 'D3' })
    expect(open(desk)).toEqual(['partner-lost'])
    desk.give('ReplaceUnit', { task: 'task', unit: 'unit2' })
    expect(open(desk)).toEqual([])
    expect(member(desk, 'a1')?.step).toBe('hold')
    desk.give('AnswerOffer', { task: 'task', party: { unit: 'unit2' }, answer: 'decline' })
    expect(open(desk)).toEqual(['partner-lost'])
    desk.give('ReplaceUnit', { task: 'task', unit: 'unit' })
    desk.give('AnswerOffer', { task: 'task', party: { unit: 'unit' }, answer: 'accept' })
    expect(member(desk, 'a1')?.step).toBe('accepted')
    expect(open(desk)).toEqual([])
  })
})

describe('the register', () => {
  const desks = () => pureDesk([account('officer', 'police-reviewer'), ...atWork(['a1'])])

  test('REACT-4 who is suspended on duty is held and off shift at once, and the desk hears of it', () => {
    const desk = desks()
    desk.give('SuspendAssistant', { assistant: 'a1', reason: 'check' })
    expect(member(desk, 'a1')).toMatchObject({ step: 'hold', heldBy: 'D1' })
    expect(desk.board.assistant.get('a1')?.shift?.closedAt).toBe(noon)
    expect(desk.log.find(({ type }) => type === 'ShiftClosed')?.data).toMatchObject({ why: 'registry' })
    expect([...desk.board.alarm.values()]).toMatchObject([{ kind: 'gate-lost', params: { rule: 'D1' } }])
    desk.give('StandDown', { task: 'task', party: { assistant: 'a1' } })
    expect(open(desk)).toEqual([])
  })

  test('REACT-4 reinstated and on duty again, the person goes on', () => {
    const desk = desks()
    desk.give('SuspendAssistant', { assistant: 'a1', reason: 'check' })
    for (const rule of policeRules) desk.give('RecordRecheck', { assistant: 'a1', rule, result: 'CLEAR' })
    desk.give('ReinstateAssistant', { assistant: 'a1' })
    expect(member(desk, 'a1')?.step).toBe('hold')
    desk.give('BookOn', { who: { kind: 'assistant', id: 'a1' } })
    expect(member(desk, 'a1')?.step).toBe('on-scene')
    expect(open(desk)).toEqual([])
  })

  test('REACT-4 who is held already when the registration falls is reported all the same', () => {
    const desk = desks()
    desk.give('ReportLeaving', { unit: 'unit' }, asUnit)
    desk.give('SuspendAssistant', { assistant: 'a1', reason: 'report' })
    expect(open(desk)).toEqual(['partner-lost', 'gate-lost'])
  })

  test('REACT-5 with the registration every device ends', () => {
    const desk = desks()
    const holder = { kind: 'assistant', id: 'a1' } as const
    desk.give('EnrolDevice', { device: 'phone', holder, via: 'phone' })
    desk.give('EnrolDevice', { device: 'tracker', holder, via: 'tracker' })
    desk.give('EndAssistant', { assistant: 'a1', reason: 'T4' })
    expect([...desk.board.device.values()].map(({ revoked }) => revoked)).toEqual([true, true])
  })

  test('REACT-6 an offer to somebody who has just been suspended is taken back', () => {
    const desk = pureDesk([...offered, sent(['a1', 'a2'])])
    desk.give('SuspendAssistant', { assistant: 'a1', reason: 'check' })
    expect(member(desk, 'a1')?.step).toBe('stood-down')
    expect(desk.board.assistant.get('a1')?.task).toBeNull()
  })
})

describe('offers and the end of a task', () => {
  test('REACT-7 an offer that runs out is an alarm until somebody has the slot', () => {
    const desk = pureDesk([...offered, sent(['a1', 'a2'])])
    desk.give('AnswerOffer', { task: 'task', party: { unit: 'unit' }, answer: 'accept' })
    desk.give('AnswerOffer', { task: 'task', party: { assistant: 'a2' }, answer: 'accept' })
    desk.advance(noon + 2 * MINUTE)
    expect([...desk.board.alarm.values()]).toMatchObject([
      { kind: 'offer-unanswered', subject: { kind: 'assistant', id: 'a1' } },
    ])
    desk.give('OfferSlot', { task: 'task', assistant: 'a3', slot: 0 })
    expect(open(desk)).toEqual([])
  })

  test('REACT-8 the end of a task clears its alarms, but no call for help', () => {
    const desk = pureDesk(atWork(['a1', 'a2']))
    const a1 = { kind: 'assistant', id: 'a1' } as const
    const alarm = { subject: a1, task: 'task', fix: null, params: {} }
    desk.give('RaiseAlarm', { ...alarm, kind: 'perimeter-left' })
    desk.give('RaiseAlarm', { ...alarm, kind: 'contact-lost' })
    desk.give('CallForHelp', { pressedAt: noon, fix: null }, a1)
    desk.give('RecallTask', { task: 'task' })
    expect(open(desk)).toEqual(['sos'])
  })

  test('REACT-9 on scene ends "never inside", off duty ends "contact lost"', () => {
    const desk = pureDesk([...offered, sent(['a1'])])
    const a1 = { kind: 'assistant', id: 'a1' } as const
    const alarm = { subject: a1, task: 'task', fix: null, params: {} }
    for (const party of [{ unit: 'unit' }, { assistant: 'a1' }])
      desk.give('AnswerOffer', { task: 'task', party, answer: 'accept' })
    desk.give('SeeOrder', { task: 'task', party: { assistant: 'a1' }, version: 1, state: 'understood' })
    desk.give('RaiseAlarm', { ...alarm, kind: 'never-inside' })
    desk.give('RaiseAlarm', { ...alarm, kind: 'contact-lost' })
    for (const party of [{ unit: 'unit' }, { assistant: 'a1' }])
      desk.give('TakeStep', { task: 'task', party, to: 'on-scene' })
    expect(open(desk)).toEqual(['contact-lost'])
    desk.give('SuspendAssistant', { assistant: 'a1', reason: 'check' })
    expect(open(desk)).toEqual(['gate-lost'])
  })

  test('REACT-10 relief that comes ends "under minimum", and so does a lower minimum', () => {
    const desk = pureDesk(atWork(['a1'], { minimum: 2 }))
    desk.advance(noon + 2 * MINUTE)
    expect([...desk.board.alarm.values()]).toMatchObject([
      { kind: 'under-minimum', subject: { kind: 'place', id: 'post' }, params: { present: 1, minimum: 2 } },
    ])
    const place = desk.board.place.get('post')
    if (!place) throw new Error('no post')
    const { id, operation: _, searches: __, changedAt: ___, ...body } = place
    const decision = desk.give('ChangePlace', { place: id, ...body, minimum: 1 })
    expect(isRefusal(decision)).toBe(false)
    expect(open(desk)).toEqual([])
  })

  test('FORCE-REP-9 force used holds the assistant and alarms the desk at once; late, again; signed, it is over', () => {
    const desk = pureDesk(atWork(['a1', 'a2']))
    const self = { kind: 'assistant', id: 'a1' } as const
    desk.give('ReportForce', { report: 'r', happenedAt: noon, criteria }, self)
    expect([member(desk, 'a1'), member(desk, 'a2')]).toMatchObject([
      { step: 'hold', heldBy: 'D12' },
      { step: 'on-scene' },
    ])
    expect(open(desk)).toEqual(['force-used'])
    desk.give(
      'WriteForceReport',
      {
        ...{ report: 'r', happenedAt: noon, place: 'x', unit: null, words: 'x', witnesses: null },
        ...{ policeAt: null, notified: ['nobody'] },
        subjects: [{ criteria, categories: ['none'], injuries: 'none', firstAid: 'yes' }],
      },
      self,
    )
    desk.give('ReviewForce', { report: 'r', finding: 'met', reason: 'x' }, { kind: 'staff', id: 'reviewer' })
    expect(open(desk)).toEqual(['force-used'])
    desk.give('SignForceReview', { report: 'r' }, { kind: 'staff', id: 'second' })
    expect(member(desk, 'a1')?.step).toBe('on-scene')
    expect(open(desk)).toEqual([])
  })

  test('FORCE-REP-9 off duty too, and again when the written part is late', () => {
    const desk = pureDesk([registered('a9')])
    desk.give('ReportForce', { report: 'r', happenedAt: noon, criteria }, { kind: 'assistant', id: 'a9' })
    expect([...desk.board.alarm.values()]).toMatchObject([{ kind: 'force-used', params: { late: 0 } }])
    desk.advance(noon + forceParameters.writtenWithin + MINUTE)
    expect([...desk.board.alarm.values()]).toMatchObject([
      { kind: 'force-used', params: { late: 1 }, count: 2 },
    ])
    expect(desk.board.report.get('r')?.overdueAt).not.toBeNull()
  })

  test('FORCE-208 whoever owns the alarm, an overdue written part climbs to the supervisor', () => {
    const desk = pureDesk([registered('a9')])
    desk.give('ReportForce', { report: 'r', happenedAt: noon, criteria }, { kind: 'assistant', id: 'a9' })
    const [alarm] = [...desk.board.alarm.values()]
    desk.give('OwnAlarm', { alarm: alarm?.id ?? '' })
    desk.advance(noon + forceParameters.writtenWithin - MINUTE)
    expect(desk.board.alarm.get(alarm?.id ?? '')?.climbed).toEqual([])
    desk.advance(noon + forceParameters.writtenWithin + 5 * MINUTE)
    expect(desk.board.alarm.get(alarm?.id ?? '')).toMatchObject({ owner: null })
    expect(desk.board.alarm.get(alarm?.id ?? '')?.climbed.map(({ level }) => level)).toEqual([1, 2, 3])
  })

  test('REACT-10 a person who arrives ends "under minimum"', () => {
    const desk = pureDesk([...offered.slice(0, -1), planned('post', { minimum: 1 }), sent(['a1'])])
    for (const party of [{ unit: 'unit' }, { assistant: 'a1' }])
      desk.give('AnswerOffer', { task: 'task', party, answer: 'accept' })
    desk.give('SeeOrder', { task: 'task', party: { assistant: 'a1' }, version: 1, state: 'understood' })
    desk.advance(noon + 2 * MINUTE)
    expect(open(desk)).toEqual(['under-minimum'])
    desk.give('TakeStep', { task: 'task', party: { assistant: 'a1' }, to: 'on-scene' })
    expect(open(desk)).toEqual([])
  })

  test('REACT-11 run again over old events, on the board of today, reactions change nothing', () => {
    const desk = pureDesk(atWork(['a1', 'a2']))
    desk.give('ReportLeaving', { unit: 'unit' }, asUnit)
    desk.give('ReportBack', { unit: 'unit' }, asUnit)
    desk.give('SuspendAssistant', { assistant: 'a2', reason: 'check' })
    const before = desk.log.length
    for (const event of desk.log.slice(0, before))
      for (const { type, body } of react(desk.board, event))
        desk.give(type, body as never, { kind: 'system', id: 'serik' })
    expect(desk.typesAfter(before)).toEqual([])
  })
})
