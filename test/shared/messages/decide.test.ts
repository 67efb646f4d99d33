import { describe, expect, test } from 'vitest'
import { messageDeciders } from '../../../shared/messages/decide.ts'
import { factsOf, foldFact, type GivenFact, given, noon } from '../../kit/given-when-then.ts'
import {
  account,
  atWork,
  onShift,
  planned,
  registered,
  registeredUnit,
  sent,
  stepped,
} from '../../kit/past.ts'

const { SendMessage, SeeMessage, OfferHandover, SignHandover } = messageDeciders
const text = { kind: 'text' as const, operation: 'op', task: null, text: 'Gate 3 is shut' }
const assistant = (id: string) => ({ kind: 'assistant' as const, id })
const unit = (id: string) => ({ kind: 'unit' as const, id })

const twoTasks = [
  ...atWork(['a1', 'a2']),
  registeredUnit('unit2'),
  onShift('unit', 'unit2'),
  registered('b1'),
  planned('post2'),
  sent(['b1'], { task: 'task2', place: 'post2', unit: 'unit2' }),
]

describe('messages', () => {
  test('MSG-1 a message goes to the unit and live members of one task, or of all of the operation', () => {
    const start = given(...twoTasks, stepped({ assistant: 'a2' }, 'on-scene', 'complete'))
    expect(start.when(SendMessage, { ...text, task: 'task' }).board.message.get('new-1')?.receipts).toEqual(
      [unit('unit'), assistant('a1')].map((who) => ({ who, delivered: null, read: null, understood: null })),
    )
    start.when(SendMessage, text)
    expect(factsOf(start.decision)[0]?.data).toMatchObject({
      to: [unit('unit'), assistant('a1'), unit('unit2'), assistant('b1')],
    })
  })

  test('MSG-2 a text is sealed and needs words; a roll-call has none', () => {
    given(...twoTasks)
      .when(SendMessage, { ...text, kind: 'roll-call' })
      .then({ code: 'message.roll-call-has-text' })
      .when(SendMessage, { kind: 'text', operation: 'op', task: null })
      .then({ code: 'message.text-missing' })
    const { decision } = given(...twoTasks).when(SendMessage, text)
    expect(decision).toMatchObject({ secrets: [{ of: 'new-2', fields: { text: 'Gate 3 is shut' } }] })
    expect(JSON.stringify(factsOf(decision))).not.toContain('Gate 3')
    const rollCall = given(...twoTasks).when(SendMessage, {
      kind: 'roll-call',
      operation: 'op',
      task: 'task',
    })
    expect(factsOf(rollCall.decision)[0]?.data).toMatchObject({ kind: 'roll-call', body: null })
  })

  test('MSG-1 a task that waits for its approval has nobody in it yet', () => {
    const request = sent(['b1'], { task: 'task2', place: 'post2', unit: 'unit2' })
    given(...twoTasks.slice(0, -1), { ...request, type: 'TaskRequested' })
      .when(SendMessage, { ...text, task: 'task2' })
      .then({ code: 'message.nobody' })
  })

  test('MSG-3 with nobody to read it nothing is sent', () => {
    given(...twoTasks)
      .when(SendMessage, { ...text, task: 'nothing' })
      .then({ code: 'message.nobody' })
      .when(SendMessage, { ...text, operation: 'x' })
      .then({ code: 'operation.unknown' })
  })

  test('MSG-4 understood means delivered and read too; each counts once and only for who was addressed', () => {
    const { board } = given(...twoTasks)
      .when(SendMessage, { ...text, task: 'task' })
      .when(SeeMessage, { message: 'new-1', who: assistant('a1'), state: 'delivered' })
      .thenTypes('MessageSeen')
      .when(SeeMessage, { message: 'new-1', who: assistant('a1'), state: 'understood' }, { now: noon + 5 })
      .thenTypes('MessageSeen', 'MessageSeen')
      .when(SeeMessage, { message: 'new-1', who: assistant('a1'), state: 'read' })
      .then([])
      .when(SeeMessage, { message: 'new-1', who: assistant('b1'), state: 'read' })
      .then({ code: 'message.not-addressed' })
    expect(board.message.get('new-1')?.receipts[1]).toEqual({
      who: assistant('a1'),
      delivered: noon,
      read: noon + 5,
      understood: noon + 5,
    })
  })

  test('MSG-5 a whole roll-call answers in one second: receipts involve no key', () => {
    const people = Array.from({ length: 200 }, (_, n) => `p${n}`)
    const { board } = given(...atWork(people)).when(SendMessage, {
      ...{ kind: 'roll-call', operation: 'op', task: null },
    })
    const by = (id: string) => ({ message: 'new-1', who: assistant(id), state: 'understood' as const })
    // All decide on the board of the question, as they do who answer at the same moment.
    const asked = structuredClone(board)
    const ctx = { now: noon, police: false, newId: () => 'none', digest: () => 'none' }
    const began = performance.now()
    const facts = people.flatMap((id) => {
      expect(SeeMessage.involves(by(id), asked, assistant(id))).toEqual([])
      return factsOf(SeeMessage.decide(asked, by(id), { ...ctx, by: assistant(id) }))
    })
    for (const fact of facts) foldFact(board, fact, noon, assistant('p0'))
    expect(performance.now() - began).toBeLessThan(1000)
    const receipts = board.message.get('new-1')?.receipts ?? []
    expect(receipts.filter(({ understood }) => understood === noon)).toHaveLength(people.length)
    expect(SeeMessage.commutes).toBe(true)
  })
})

describe('handover', () => {
  const alarm = (id: string, region: string): GivenFact => ({
    type: 'AlarmRaised',
    keys: [`alarm:${id}`, `alarm-slot:contact-lost/${id}`],
    data: {
      ...{ alarm: id, kind: 'contact-lost', subject: assistant(id), region, operation: null, task: null },
      ...{ fix: null, params: {}, offDuty: false },
    },
  })
  const owned = (id: string, account: string): GivenFact => ({
    type: 'AlarmOwned',
    keys: [`alarm:${id}`],
    data: { alarm: id, account },
  })
  const desk = [
    account('officer', 'duty-officer'),
    account('relief', 'duty-officer'),
    ...twoTasks,
    alarm('mine', 'almaty/medeu'),
    alarm('free', 'almaty/medeu'),
    alarm('far', 'astana'),
    owned('mine', 'officer'),
  ]
  const relief = { kind: 'staff', id: 'relief' } as const

  test('MSG-6 a handover lists the open alarms and live tasks of its region', () => {
    const { decision } = given(...desk).when(OfferHandover, { region: 'almaty', note: 'Watch gate 3' })
    expect(factsOf(decision)).toEqual([
      {
        type: 'HandoverOffered',
        keys: ['handover:new-1'],
        data: {
          handover: 'new-1',
          region: 'almaty',
          alarms: ['mine', 'free'],
          tasks: ['task', 'task2'],
          note: { text: 'new-2', digest: 'digest:new-2' },
        },
      },
    ])
  })

  test('MSG-7 who signs owns from now on what the other owned of the list', () => {
    const { board } = given(...desk)
      .when(OfferHandover, { region: 'almaty' })
      .when(SignHandover, { handover: 'new-1' }, { by: relief })
      .then([
        {
          type: 'HandoverSigned',
          keys: ['handover:new-1', 'alarm:mine'],
          data: { handover: 'new-1', account: 'relief', alarms: ['mine'] },
        },
      ])
    expect(board.alarm.get('mine')?.owner?.account).toBe('relief')
    expect(board.alarm.get('free')?.owner).toBeNull()
  })

  test('MSG-8 nobody signs for himself, and one signature is enough', () => {
    given(...desk)
      .when(OfferHandover, { region: 'almaty' })
      .when(SignHandover, { handover: 'new-1' })
      .then({ code: 'handover.own' })
      .when(SignHandover, { handover: 'new-1' }, { by: relief })
      .when(SignHandover, { handover: 'new-1' }, { by: relief })
      .then([])
      .when(SignHandover, { handover: 'new-1' }, { by: { kind: 'staff', id: 'third' } })
      .then({ code: 'handover.signed', holder: { kind: 'staff', id: 'relief', at: noon } })
      .when(SignHandover, { handover: 'x' }, { by: relief })
      .then({ code: 'handover.unknown' })
  })
})
