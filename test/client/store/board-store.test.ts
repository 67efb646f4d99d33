import { expect, test } from 'vitest'
import { makeBoardStore } from '../../../client/store/board-store.ts'
import type { Board } from '../../../shared/board/board.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import type { EntitySnapshot, EventsEnvelope } from '../../../shared/wire/events.ts'
import type { Welcome } from '../../../shared/wire/hello.ts'

const by = { kind: 'system', id: 'serik' } as const
const event = (seq: number, type: string, keys: string[], data: unknown) =>
  ({ seq, at: seq * 1000, by, commandId: `c${seq}`, n: 0, type, keys, data }) as LoggedEvent
const envelope = (upTo: number, parts: Partial<EventsEnvelope> = {}): EventsEnvelope => ({
  after: 0,
  upTo,
  events: [],
  appear: [],
  vanish: [],
  ...parts,
})
const unit = (id: string, no: number) =>
  ({ kind: 'unit', entity: { id, no, callSign: id, leaving: null, task: null } }) as unknown as EntitySnapshot
const welcome = (events: EventsEnvelope, fresh = true) =>
  ({ fresh, events, epoch: 'e1', purpose: 'live', seed: null }) as Welcome
const leaving = (seq: number, id: string) => event(seq, 'UnitLeaving', [`unit:${id}`], { unit: id })

function opened() {
  const store = makeBoardStore()
  store.welcome(welcome(envelope(10, { appear: [unit('u1', 4), unit('u2', 9)] })))
  return store
}
const ids = (board: Board) => [...board.unit.keys()]

test('BOARD-1 folds events, then takes away what vanished, then puts what appeared', () => {
  const store = opened()
  store.apply(
    envelope(12, {
      events: [leaving(11, 'u1'), leaving(12, 'u2')],
      vanish: [{ kind: 'unit', id: 'u2' }],
      appear: [unit('u3', 2)],
    }),
  )
  expect(ids(store.board)).toEqual(['u1', 'u3'])
  expect(store.board.unit.get('u1')?.leaving).toEqual({ at: 11_000 })
  expect(store.board.byNo[9]).toBeUndefined()
  expect(store.board.byNo[2]).toEqual({ kind: 'unit', id: 'u3' })
  expect(store.cursor()).toEqual({ cursor: 12, epoch: 'e1' })
})

test('BOARD-2 a fresh welcome replaces everything, a resume only what it names', () => {
  const store = opened()
  store.welcome(welcome(envelope(12, { events: [leaving(11, 'u1')], appear: [unit('u3', 5)] }), false))
  expect(ids(store.board)).toEqual(['u1', 'u2', 'u3'])
  store.welcome(welcome(envelope(13, { appear: [unit('u9', 1)] })))
  expect(ids(store.board)).toEqual(['u9'])
  expect(store.board.byNo.filter(Boolean)).toEqual([{ kind: 'unit', id: 'u9' }])
})

test('BOARD-3 an envelope that is already folded in changes nothing', () => {
  const store = opened()
  const next = envelope(11, { events: [leaving(11, 'u1')] })
  store.apply(next)
  const entity = store.board.unit.get('u1')
  store.apply(next)
  expect(store.board.unit.get('u1')).toBe(entity)
  expect(store.journal()).toHaveLength(1)
})

test('BOARD-4 a viewer who sees a part of the log takes numbers from snapshots, never by counting', () => {
  const store = opened()
  const registered = event(11, 'UnitRegistered', ['unit:u7'], {
    unit: 'u7',
    callSign: 'u7',
    region: 'almaty',
    mobility: 'car',
  })
  store.apply(envelope(11, { events: [registered], appear: [unit('u7', 31)] }))
  expect(store.board.byNo[0]).toBeUndefined()
  expect(store.board.byNo[31]).toEqual({ kind: 'unit', id: 'u7' })
  expect(store.board.unit.get('u7')?.no).toBe(31)
})

test('BOARD-5 a row hears of its own entity only, once per batch', () => {
  const store = opened()
  const heard: string[] = []
  store.onEntity('unit', 'u1', () => heard.push('u1'))
  store.onEntity('unit', 'u2', () => heard.push('u2'))
  store.onKind('unit', () => heard.push('units'))
  store.onKind('task', () => heard.push('tasks'))
  store.onBatch(() => heard.push('batch'))
  store.apply(
    envelope(12, { events: [leaving(11, 'u1'), event(12, 'UnitBack', ['unit:u1'], { unit: 'u1' })] }),
  )
  expect(heard).toEqual(['u1', 'units', 'batch'])
})

test('BOARD-5 nobody is told after going away', () => {
  const store = opened()
  let heard = 0
  store.onEntity('unit', 'u1', () => heard++)()
  store.apply(envelope(11, { events: [leaving(11, 'u1')] }))
  expect(heard).toBe(0)
})

test('BOARD-16 a fresh board tells everybody who listens, once, also of what it does not hold', () => {
  const store = opened()
  const heard: string[] = []
  for (const id of ['u1', 'u2', 'u3', 'u4']) store.onEntity('unit', id, () => heard.push(id))
  store.onKind('unit', () => heard.push('units'))
  store.onKind('task', () => heard.push('tasks'))
  store.onBatch(() => heard.push('batch'))
  store.welcome(welcome(envelope(20, { appear: [unit('u4', 7)] })), [unit('u3', 2), unit('u4', 6)])
  expect(heard).toEqual(['u1', 'u2', 'u3', 'u4', 'units', 'tasks', 'batch'])
  expect(ids(store.board)).toEqual(['u3', 'u4'])
  expect(store.board.unit.get('u4')?.no).toBe(7)
  heard.length = 0
  store.apply(envelope(21, { events: [leaving(21, 'u3')] }))
  expect(heard).toEqual(['u3', 'units', 'batch'])
})

test('BOARD-6 a call for help is there at receipt and becomes the stored alarm of the same id', () => {
  const store = opened()
  const received = {
    alarm: 'x',
    kind: 'sos',
    subject: { kind: 'unit', id: 'u1' },
    region: 'almaty',
    at: 5,
  } as const
  store.apply(envelope(10, { received: [received] }))
  expect(store.received()).toEqual([received])
  store.apply(envelope(11, { appear: [{ kind: 'alarm', entity: { id: 'x' } } as EntitySnapshot] }))
  expect(store.received()).toEqual([])
})

test('BOARD-7 the journal is a ring of the newest events', () => {
  const store = opened()
  for (let seq = 11; seq < 711; seq++) store.apply(envelope(seq, { events: [leaving(seq, 'u1')] }))
  expect(store.journal()).toHaveLength(500)
  expect(store.journal().at(-1)?.seq).toBe(710)
})

test('BOARD-8 waits for a sequence and for no longer than told', async () => {
  const store = opened()
  let reached = false
  const waiting = store.reached(11, 5_000).then(() => {
    reached = true
  })
  expect(reached).toBe(false)
  store.apply(envelope(11))
  await waiting
  await store.reached(99, 1)
})

test('BOARD-15 presses of one person before the first is stored are one call, and gone with its alarm', () => {
  const store = opened()
  const call = (alarm: string, id: string) =>
    ({ alarm, kind: 'sos', subject: { kind: 'unit', id }, region: 'almaty', at: 1 }) as const
  store.apply(envelope(10, { received: [call('x1', 'u1')] }))
  store.apply(envelope(10, { received: [call('x2', 'u1'), call('y1', 'u2')] }))
  expect(store.received().map(({ alarm }) => alarm)).toEqual(['x1', 'y1'])
  const alarm = { id: 'x2', kind: 'sos', subject: { kind: 'unit', id: 'u1' }, resolved: null }
  store.apply(envelope(11, { appear: [{ kind: 'alarm', entity: alarm } as unknown as EntitySnapshot] }))
  expect(store.received().map(({ alarm }) => alarm)).toEqual(['y1'])
})
