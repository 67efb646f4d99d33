import { describe, expect, test } from 'vitest'
import type { SerikEvent } from '../../../shared/board/fold.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import { ledgerOf } from '../../../shared/service-hours/ledger.ts'
import type { Step } from '../../../shared/tasks/types.ts'

/** Times of 2 March 2026 in Kazakhstan, in minutes after midnight. */
const at = (hours: number, minutes = 0) => Date.UTC(2026, 2, 1, 19 + hours, minutes)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const me = 'a1'
const who = { kind: 'assistant' as const, id: me }

/** The log as it is written: sequences count up, an officer gives what is not said otherwise. */
function log(...facts: [number, SerikEvent['type'], object, ('radio' | 'self')?][]): LoggedEvent[] {
  return facts.map(([time, type, data, how], n) => ({
    ...{ seq: n + 1, at: time, type, data, keys: [], commandId: `c${n}`, n: 0 },
    by: how === 'self' ? who : { kind: 'staff', id: 'officer', ...(how === 'radio' && { behalfOf: me }) },
  }))
}
const on = (from: number, to: number) =>
  [from, 'ShiftOpened', { who, from, to }] as [number, 'ShiftOpened', object]
const off = (time: number) => [time, 'ShiftClosed', { who, why: 'self' }] as [number, 'ShiftClosed', object]
const sent = (time: number, task: string, number: number, kind = 'patrol') =>
  [time, 'TaskSent', { task, number, operation: `op-${number}`, order: { basis: { kind } } }] as [
    number,
    'TaskSent',
    object,
  ]
const took = (time: number, task: string, from: Step, to: Step, how?: 'radio') =>
  [time, 'StepTaken', { task, party: { assistant: me }, from, to }, how] as [
    number,
    'StepTaken',
    object,
    'radio'?,
  ]
const undid = (time: number, task: string, from: Step, to: Step) =>
  [time, 'StepUndone', { task, party: { assistant: me }, from, to }] as [number, 'StepUndone', object]
const day = '2026-03-02'
const ledger = (events: LoggedEvent[], from = day, to = day, now = at(24)) =>
  ledgerOf(me, events, { from, to, now })

const patrol = log(
  on(at(9), at(13)),
  sent(at(9, 10), 't1', 3),
  took(at(9, 11), 't1', 'offered', 'accepted'),
  took(at(9, 15), 't1', 'accepted', 'en-route'),
  took(at(9, 45), 't1', 'en-route', 'on-scene'),
  took(at(11, 45), 't1', 'on-scene', 'complete'),
  off(at(12)),
)

test('HOURS-201 a shift from its opening to its closing, the way and the scene apart, with the records that say so', () => {
  const { total, days, shifts, tasks, kinds } = ledger(patrol)
  const sums = { onDuty: 3 * HOUR, enRoute: 30 * MINUTE, onScene: 2 * HOUR, tasks: 1 }
  expect(total).toEqual({ ...sums, days: 1 })
  expect(days).toEqual([{ day, ...sums, records: [1, 4, 5, 6, 7], byRadio: false, running: false }])
  expect(shifts).toMatchObject([{ from: at(9), to: at(12), over: false, ...sums }])
  expect(tasks).toMatchObject([
    {
      task: 't1',
      number: 3,
      operation: 'op-3',
      kind: 'patrol',
      enRoute: 30 * MINUTE,
      onScene: 2 * HOUR,
      records: [4, 5, 6],
    },
  ])
  expect(kinds).toEqual([{ kind: 'patrol', enRoute: 30 * MINUTE, onScene: 2 * HOUR, tasks: 1 }])
})

test('HOURS-202 a shift over midnight is parted at midnight in Kazakhstan, and its months are added up apart', () => {
  const last = Date.UTC(2026, 2, 31, 15)
  const events = log(on(last, last + 8 * HOUR), off(last + 6 * HOUR))
  const { days, months, total } = ledger(events, '2026-03-01', '2026-04-30', last + 24 * HOUR)
  expect(days.map((row) => [row.day, row.onDuty])).toEqual([
    ['2026-03-31', 4 * HOUR],
    ['2026-04-01', 2 * HOUR],
  ])
  expect(months.map((row) => [row.month, row.onDuty, row.days])).toEqual([
    ['2026-03', 4 * HOUR, 1],
    ['2026-04', 2 * HOUR, 1],
  ])
  expect(total.onDuty).toBe(6 * HOUR)
})

test('HOURS-203 a period takes of a shift only what lies in it', () => {
  const events = log(on(at(-2), at(3)), off(at(2)))
  expect(ledger(events).shifts).toMatchObject([{ from: at(0), to: at(2), onDuty: 2 * HOUR }])
  expect(ledger(events, '2026-03-01', '2026-03-01').shifts).toMatchObject([
    { from: at(-2), to: at(0), onDuty: 2 * HOUR },
  ])
  expect(ledger(events, '2026-03-03', '2026-03-03', at(48)).days).toEqual([])
})

describe('what runs', () => {
  const running = log(on(at(9), at(13)), sent(at(9), 't1', 3), took(at(9, 30), 't1', 'accepted', 'on-scene'))
  test('HOURS-204 a shift that runs counts up to now and says that it runs', () => {
    const { shifts, days, total } = ledger(running, day, day, at(10))
    expect(total).toMatchObject({ onDuty: HOUR, onScene: 30 * MINUTE })
    expect([shifts[0]?.running, days[0]?.running, shifts[0]?.to]).toEqual([true, true, at(10)])
  })
  test('HOURS-205 a shift nobody closed ends with its window, unless work goes on', () => {
    const idle = ledger(log(on(at(9), at(13))), day, day, at(20))
    expect(idle.shifts).toMatchObject([{ to: at(13), onDuty: 4 * HOUR, running: false, over: false }])
    const busy = ledger(running, day, day, at(15))
    expect(busy.shifts).toMatchObject([{ to: at(15), onDuty: 6 * HOUR, running: true, over: true }])
  })
  test('HOURS-206 yesterday’s row of a shift that still runs does not run', () => {
    const { days } = ledger(log(on(at(22), at(30))), day, '2026-03-03', at(26))
    expect(days.map((row) => row.running)).toEqual([false, true])
  })
})

test('HOURS-207 an extended shift counts to its later end', () => {
  const events = log(on(at(9), at(11)), [at(10), 'ShiftExtended', { who, to: at(14) }], off(at(13)))
  expect(ledger(events).shifts).toMatchObject([{ to: at(13), onDuty: 4 * HOUR, records: [1, 2, 3] }])
})

describe('what was corrected', () => {
  test('HOURS-208 a step taken back was none: the step before goes on through it', () => {
    const { tasks, total } = ledger(
      log(
        on(at(9), at(13)),
        sent(at(9), 't1', 3),
        took(at(9), 't1', 'accepted', 'en-route'),
        took(at(10), 't1', 'en-route', 'on-scene'),
        undid(at(10, 1), 't1', 'on-scene', 'en-route'),
        took(at(11), 't1', 'en-route', 'on-scene'),
        took(at(12), 't1', 'on-scene', 'complete'),
        undid(at(12, 1), 't1', 'complete', 'on-scene'),
        [at(12, 30), 'TaskEnded', { task: 't1', outcome: 'complete' }],
        off(at(13)),
      ),
    )
    expect(total).toMatchObject({ enRoute: 2 * HOUR, onScene: 90 * MINUTE, onDuty: 4 * HOUR, tasks: 1 })
    expect(tasks).toMatchObject([{ from: at(9), to: at(12, 30), records: [3, 4, 5, 6, 7, 8, 9] }])
  })

  test('HOURS-209 what the desk entered as heard by radio counts and is marked', () => {
    const { days, tasks } = ledger(
      log(
        on(at(9), at(13)),
        sent(at(9), 't1', 3),
        took(at(9), 't1', 'accepted', 'on-scene', 'radio'),
        off(at(12)),
      ),
    )
    expect([days[0]?.byRadio, tasks[0]?.byRadio]).toEqual([true, true])
  })

  test('HOURS-210 no minute counts twice: a shift opened over an open one, and work in two tasks at once', () => {
    const { total, shifts } = ledger(
      log(
        on(at(9), at(13)),
        on(at(11), at(15)),
        sent(at(11), 't1', 3),
        sent(at(11), 't2', 4, 'search'),
        took(at(11), 't1', 'accepted', 'on-scene'),
        took(at(12), 't2', 'accepted', 'on-scene'),
        [at(13), 'TaskEnded', { task: 't2', outcome: 'complete' }],
        off(at(14)),
      ),
    )
    expect(total).toMatchObject({ onDuty: 5 * HOUR, onScene: 2 * HOUR, tasks: 2 })
    expect(shifts.map((row) => row.onDuty)).toEqual([2 * HOUR, 3 * HOUR])
  })
})

test('HOURS-211 on hold nobody is at work; moved to another task the time is that task’s', () => {
  const { tasks } = ledger(
    log(
      on(at(9), at(17)),
      sent(at(9), 't1', 3),
      sent(at(9), 't2', 4, 'event'),
      took(at(9), 't1', 'accepted', 'on-scene'),
      took(at(10), 't1', 'on-scene', 'hold'),
      took(at(11), 't1', 'hold', 'on-scene'),
      [at(12), 'MemberMoved', { assistant: me, from: 't1', to: 't2', step: 'en-route' }],
      took(at(13), 't2', 'en-route', 'on-scene'),
      off(at(15)),
      [at(16), 'TaskEnded', { task: 't2', outcome: 'complete' }],
    ),
  )
  expect(tasks.map(({ task, kind, enRoute, onScene }) => [task, kind, enRoute, onScene])).toEqual([
    ['t1', 'patrol', 0, 2 * HOUR],
    ['t2', 'event', HOUR, 3 * HOUR],
  ])
})

test('HOURS-212 what is somebody else’s does not count, and an offer is no work', () => {
  const others = log(
    [at(9), 'ShiftOpened', { who: { kind: 'assistant', id: 'a2' }, from: at(9), to: at(13) }],
    sent(at(9), 't1', 3),
    [at(9), 'StepTaken', { task: 't1', party: { assistant: 'a2' }, from: 'accepted', to: 'on-scene' }],
    took(at(9), 't1', 'offered', 'accepted'),
    took(at(9, 5), 't1', 'accepted', 'declined'),
  )
  expect(ledger(others)).toMatchObject({
    days: [],
    shifts: [],
    tasks: [],
    months: [],
    total: { onDuty: 0, days: 0 },
  })
})
