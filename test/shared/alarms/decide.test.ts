import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alarmDeciders } from '../../../shared/alarms/decide.ts'
import { factsOf, given, MINUTE, noon } from '../../kit/given-when-then.ts'
import { account, atWork, onShift, registered, registeredUnit, stepped } from '../../kit/past.ts'

const {
  RaiseAlarm,
  CallForHelp,
  OwnAlarm,
  ConfirmOfficerWith,
  ClimbAlarm,
  ShelveAlarm,
  ResolveAlarm,
  ClearAlarm,
} = alarmDeciders
const a1 = { kind: 'assistant', id: 'a1' } as const
const fix = { at: noon, lat: 43.205, lng: 76.905, accuracy: 8 }
const second = (n: number) => ({ now: noon + n * 1000 })
const left = { kind: 'perimeter-left' as const, subject: a1, task: 'task', fix, params: { metres: 34 } }
const staff = (id: string) => ({ by: { kind: 'staff' as const, id } })
const desk = [
  account('officer', 'duty-officer'),
  account('other', 'duty-officer'),
  account('chief', 'supervisor'),
]

describe('raising', () => {
  test('ALARM-1 says what, about whom, and where it happens; the fix is sealed', () => {
    const { decision } = given(...atWork(['a1'])).when(RaiseAlarm, left)
    expect(factsOf(decision)).toEqual([
      {
        type: 'AlarmRaised',
        keys: ['alarm:new-1', 'alarm-slot:perimeter-left/a1'],
        data: {
          alarm: 'new-1',
          kind: 'perimeter-left',
          subject: a1,
          region: 'almaty/medeu',
          operation: 'op',
          task: 'task',
          fix: { text: 'new-2', digest: 'digest:new-2' },
          params: { metres: 34 },
          offDuty: false,
        },
      },
    ])
    expect(decision).toMatchObject({ secrets: [{ of: 'new-2', fields: { text: JSON.stringify(fix) } }] })
  })

  test('ALARM-2 the same again while open is counted, not a second alarm, and at most every ten seconds', () => {
    const { board } = given(...atWork(['a1']))
      .when(RaiseAlarm, left)
      .when(RaiseAlarm, { ...left, params: { metres: 40 } }, second(9))
      .then([])
      .when(RaiseAlarm, { ...left, params: { metres: 50 } }, second(10))
      .thenTypes('AlarmRepeated')
      .when(RaiseAlarm, left, second(19))
      .then([])
    expect(board.alarm.get('new-1')).toMatchObject({ count: 2, params: { metres: 50 } })
  })

  test('ALARM-3 what is over by the time it is raised is no alarm', () => {
    given(...atWork(['a1']), stepped({ assistant: 'a1' }, 'on-scene', 'complete'))
      .when(RaiseAlarm, left)
      .then([])
    given(...atWork(['a1']), { type: 'TaskEnded', keys: ['task:task'], data: { task: 'task' } })
      .when(RaiseAlarm, left)
      .then([])
    given().when(RaiseAlarm, left).then({ code: 'alarm.subject-unknown' })
  })

  test('ALARM-3 a decision reads the subject and the task, so that their end at the same moment is seen', () => {
    const { board } = given(...atWork(['a1']))
    expect(RaiseAlarm.involves(left, board, a1)).toEqual([
      'alarm-slot:perimeter-left/a1',
      'assistant:a1',
      'task:task',
    ])
  })
})

describe('calling for help', () => {
  const call = { pressedAt: noon - 5_000, fix }

  test('ALARM-4 a call for help is about its caller, and its id is the command’s first', () => {
    const { board, decision } = given(...atWork(['a1'])).when(CallForHelp, call, { by: a1 })
    expect(board.alarm.get('new-1')).toMatchObject({
      kind: 'sos',
      subject: a1,
      task: 'task',
      operation: 'op',
      offDuty: false,
      params: { pressedAt: noon - 5_000 },
    })
    expect(decision).toMatchObject({ result: { alarm: 'new-1' } })
  })

  test('ALARM-5 off duty, or without a fix, it is an alarm all the same', () => {
    const { board } = given(registered('a1')).when(CallForHelp, { ...call, fix: null }, { by: a1 })
    expect(board.alarm.get('new-1')).toMatchObject({
      offDuty: true,
      fix: null,
      task: null,
      region: 'almaty/bostandyq',
    })
  })

  test('ALARM-6 a hundred presses are one alarm; only the first fix breaks the ten seconds of quiet', () => {
    const scenario = given(registered('a1')).when(CallForHelp, { ...call, fix: null }, { by: a1 })
    scenario.when(CallForHelp, call, { by: a1, ...second(1) }).thenTypes('AlarmRepeated')
    for (let n = 2; n < 10; n++) scenario.when(CallForHelp, call, { by: a1, ...second(n) }).then([])
    expect(scenario.decision).toMatchObject({ result: { alarm: 'new-1' } })
    expect(scenario.board.alarm.size).toBe(1)
    expect(scenario.board.alarm.get('new-1')).toMatchObject({ count: 2, fix: { text: 'new-2' } })
  })

  test('ALARM-7 nothing but its own slot can hold a call for help up, and only a carrier calls', () => {
    const { board } = given(...atWork(['a1']))
    expect(CallForHelp.involves(call, board, a1)).toEqual(['alarm-slot:sos/a1'])
    given(...desk)
      .when(CallForHelp, call)
      .then({ code: 'alarm.not-a-carrier' })
  })
})

describe('owning', () => {
  test('ALARM-8 an alarm has one owner by name; another is told who', () => {
    const { board } = given(...desk, ...atWork(['a1']))
      .when(RaiseAlarm, left)
      .when(OwnAlarm, { alarm: 'new-1' })
      .then([{ type: 'AlarmOwned', keys: ['alarm:new-1'], data: { alarm: 'new-1', account: 'officer' } }])
      .when(OwnAlarm, { alarm: 'new-1' })
      .then([])
      .when(OwnAlarm, { alarm: 'new-1' }, staff('other'))
      .then({ code: 'alarm.owned', holder: { kind: 'staff', id: 'officer', at: noon } })
      .when(OwnAlarm, { alarm: 'new-1' }, staff('chief'))
      .thenTypes('AlarmOwned')
    expect(board.alarm.get('new-1')?.owner?.account).toBe('chief')
  })

  test('ALARM-8 the alarm of a closed account may be taken', () => {
    given(...desk, ...atWork(['a1']))
      .when(RaiseAlarm, left)
      .when(OwnAlarm, { alarm: 'new-1' }, staff('gone'))
      .when(OwnAlarm, { alarm: 'new-1' })
      .thenTypes('AlarmOwned')
  })

  test('ALARM-9 resolving is for the owner or a supervisor, with a reason, once; words are sealed', () => {
    const start = () => given(...desk, ...atWork(['a1'])).when(RaiseAlarm, { ...left, fix: null })
    const resolve = { alarm: 'new-1', reason: 'handled' as const }
    start().when(ResolveAlarm, resolve).then({ code: 'alarm.not-owned' })
    start().when(ResolveAlarm, resolve, staff('chief')).thenTypes('AlarmResolved')
    const owned = start().when(OwnAlarm, { alarm: 'new-1' })
    owned.when(ResolveAlarm, resolve, staff('other')).then({ code: 'alarm.owned' })
    owned.when(ResolveAlarm, { ...resolve, words: 'He stood at gate 2' }).then([
      {
        type: 'AlarmResolved',
        keys: ['alarm:new-1', 'alarm-slot:perimeter-left/a1'],
        data: {
          alarm: 'new-1',
          account: 'officer',
          reason: 'handled',
          words: { text: 'new-2', digest: 'digest:new-2' },
        },
      },
    ])
    owned.when(ResolveAlarm, resolve).then([])
    owned.when(OwnAlarm, { alarm: 'new-1' }).then({ code: 'alarm.resolved' })
    owned.when(RaiseAlarm, left).thenTypes('AlarmRaised')
  })

  test('ALARM-10 that an officer is with the person is said once, and only of a call for help', () => {
    given(...desk, ...atWork(['a1']))
      .when(CallForHelp, { pressedAt: noon, fix: null }, { by: a1 })
      .when(ConfirmOfficerWith, { alarm: 'new-1' })
      .thenTypes('OfficerWithPerson')
      .when(ConfirmOfficerWith, { alarm: 'new-1' }, staff('other'))
      .then([])
      .when(RaiseAlarm, { ...left, fix: null })
      .when(ConfirmOfficerWith, { alarm: 'new-2' })
      .then({ code: 'alarm.not-sos' })
      .when(ConfirmOfficerWith, { alarm: 'x' })
      .then({ code: 'alarm.unknown' })
  })
})

describe('climbing and shelving', () => {
  test('ALARM-11 an alarm climbs level by level until it has an owner', () => {
    given(...desk, ...atWork(['a1']))
      .when(RaiseAlarm, { ...left, fix: null })
      .when(ClimbAlarm, { alarm: 'new-1', level: 2 })
      .then([])
      .when(ClimbAlarm, { alarm: 'new-1', level: 1 })
      .thenTypes('AlarmClimbed')
      .when(ClimbAlarm, { alarm: 'new-1', level: 1 })
      .then([])
      .when(OwnAlarm, { alarm: 'new-1' })
      .when(ClimbAlarm, { alarm: 'new-1', level: 2 })
      .then([])
  })

  test('ALARM-12 a call for help climbs although owned, until an officer is with the person', () => {
    given(...desk, ...atWork(['a1']))
      .when(CallForHelp, { pressedAt: noon, fix: null }, { by: a1 })
      .when(OwnAlarm, { alarm: 'new-1' })
      .when(ClimbAlarm, { alarm: 'new-1', level: 1 })
      .thenTypes('AlarmClimbed')
      .when(ConfirmOfficerWith, { alarm: 'new-1' })
      .when(ClimbAlarm, { alarm: 'new-1', level: 2 })
      .then([])
  })

  test('ALARM-13 an alarm is shelved for an hour at most and does not climb meanwhile; a call for help never', () => {
    const shelve = (minutes: number) => ({ alarm: 'new-1', until: noon + minutes * MINUTE })
    given(...desk, ...atWork(['a1']))
      .when(RaiseAlarm, { ...left, fix: null })
      .when(ShelveAlarm, shelve(61))
      .then({ code: 'alarm.shelve-time', params: { minutes: 60 } })
      .when(ShelveAlarm, shelve(0))
      .then({ code: 'alarm.shelve-time' })
      .when(ShelveAlarm, shelve(60))
      .thenTypes('AlarmShelved')
      .when(ShelveAlarm, shelve(60))
      .then([])
      .when(ClimbAlarm, { alarm: 'new-1', level: 1 }, { now: noon + 59 * MINUTE })
      .then([])
      .when(ClimbAlarm, { alarm: 'new-1', level: 1 }, { now: noon + 60 * MINUTE })
      .thenTypes('AlarmClimbed')
    given(...desk, registered('a1'))
      .when(CallForHelp, { pressedAt: noon, fix: null }, { by: a1 })
      .when(ShelveAlarm, shelve(10))
      .then({ code: 'alarm.sos-not-shelved' })
  })
})

describe('clearing', () => {
  test('ALARM-14 the server clears what is over, never a call for help, nor what the board still shows', () => {
    given(...atWork(['a1']))
      .when(RaiseAlarm, { ...left, fix: null })
      .when(ClearAlarm, { alarm: 'new-1' })
      .then([
        {
          type: 'AlarmResolved',
          keys: ['alarm:new-1', 'alarm-slot:perimeter-left/a1'],
          data: { alarm: 'new-1', account: null, reason: 'cause-gone', words: null },
        },
      ])
      .when(ClearAlarm, { alarm: 'new-1' })
      .then([])
      .when(CallForHelp, { pressedAt: noon, fix: null }, { by: a1 })
      .when(ClearAlarm, { alarm: 'new-2' })
      .then([])
    given(...atWork(['a1']), { type: 'UnitLeaving', keys: ['unit:unit'], data: { unit: 'unit' } })
      .when(RaiseAlarm, { ...left, kind: 'partner-lost', subject: { kind: 'unit', id: 'unit' }, fix: null })
      .thenTypes('AlarmRaised')
      .when(ClearAlarm, { alarm: 'new-1' })
      .then([])
  })
})

test('ALARM-15 in any order of raising, clearing, owning and resolving there is one open alarm per kind and subject', () => {
  const people = ['a1', 'a2']
  const past = [...desk, registeredUnit('unit2'), onShift('unit', 'unit2'), ...atWork(people)]
  const move = fc.record({
    what: fc.constantFrom('raise', 'help', 'own', 'resolve', 'clear', 'shelve'),
    who: fc.constantFrom(...people),
    kind: fc.constantFrom('perimeter-left' as const, 'contact-lost' as const),
    nth: fc.nat(5),
    wait: fc.integer({ min: 0, max: 15_000 }),
  })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      const scenario = given(...past)
      const { board } = scenario
      let now = noon
      for (const { what, who, kind, nth, wait } of moves) {
        now += wait
        const alarm = [...board.alarm.keys()][nth] ?? 'none'
        const subject = { kind: 'assistant' as const, id: who }
        if (what === 'raise')
          scenario.when(RaiseAlarm, { kind, subject, task: 'task', fix: null, params: {} }, { now })
        if (what === 'help') scenario.when(CallForHelp, { pressedAt: now, fix: null }, { by: subject, now })
        if (what === 'own') scenario.when(OwnAlarm, { alarm }, { now })
        if (what === 'resolve') scenario.when(ResolveAlarm, { alarm, reason: 'handled' }, { now })
        if (what === 'clear') scenario.when(ClearAlarm, { alarm }, { now })
        if (what === 'shelve') scenario.when(ShelveAlarm, { alarm, until: now + MINUTE }, { now })
        const open = [...board.alarm.values()].filter(({ resolved }) => resolved === null)
        const slots = open.map(({ kind, subject }) => `${kind}/${subject.id}`)
        expect(new Set(slots).size).toBe(slots.length)
      }
    }),
    { numRuns: 60 },
  )
})
