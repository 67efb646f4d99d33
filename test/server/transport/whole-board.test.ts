import { expect, test } from 'vitest'
import type { LiveBoard } from '../../../server/pipeline/live-board.ts'
import { type Listener, makePush } from '../../../server/transport/push.ts'
import type { Assistant } from '../../../shared/assistants/types.ts'
import type { Viewer } from '../../../shared/auth/viewer.ts'
import { fold } from '../../../shared/board/fold.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import { unpackBoard } from '../../../shared/wire/whole-board.ts'
import { opened, people, planned, units } from '../../kit/dispatch-past.ts'
import { pureDesk } from '../../kit/pure-desk.ts'

const officer: Viewer = {
  ...{ kind: 'staff', account: 'officer', police: true },
  grants: [{ role: 'duty-officer', regions: ['almaty'], operations: [] }],
}
const guest: Viewer = {
  ...{ kind: 'staff', account: 'guest', police: false },
  grants: [{ role: 'event-coordinator', regions: [], operations: ['op'] }],
}

/** A pushing server over a board in memory; each desk that comes is new. */
function pushing() {
  const past = [...people('a1', 'a2'), ...units('u1'), opened('op'), planned('p1', 'op')]
  const desk = pureDesk(past)
  const members = [{ assistant: 'a1', slot: 0 }]
  desk.give('SendTask', { operation: 'op', place: 'p1', unit: 'u1', members, reserve: [] })
  const [task = ''] = desk.board.task.keys()
  const heard = new Set<(events: LoggedEvent[]) => void>()
  const live: LiveBoard = {
    ...{ board: desk.board, recent: desk.log, folded: async () => {}, stop() {} },
    onEvents(listener) {
      heard.add(listener)
      return () => heard.delete(listener)
    },
  }
  const push = makePush(live, 'store')
  return {
    ...{ desk, push, task },
    comes(viewer: Viewer) {
      const listener: Listener = { viewer, events() {}, close() {} }
      return push.join(listener, 0, '')
    },
    comesAndGoes(viewer: Viewer) {
      const listener: Listener = { viewer, events() {}, close() {} }
      const welcome = push.join(listener, 0, '')
      push.leave(listener)
      return welcome
    },
    after(act: () => void) {
      const before = desk.log.length
      act()
      for (const listener of heard) listener(desk.log.slice(before))
    },
  }
}
const idsIn = async (whole: Uint8Array | undefined) =>
  (await unpackBoard(new Uint8Array(whole ?? []))).map(({ entity }) => entity.id)

test('PUSH-5 desks of equal rights are given one packed board, and each the rest since', () => {
  const { comes, after, desk } = pushing()
  const first = comes(officer)
  const { length } = desk.log
  after(() => desk.give('ReportLeaving', { unit: 'u1' }))
  const second = comes({ ...officer, account: 'second' } as Viewer)
  expect(second.whole).toBe(first.whole)
  expect(first.events).toMatchObject({ after: length, upTo: length, events: [], appear: [] })
  expect(second.events).toMatchObject({ after: length, upTo: desk.log.length })
  expect(second.events.events.map(({ type }) => type)).toContain('UnitLeaving')
  expect(comes(guest).whole).not.toBe(first.whole)
})

test('PUSH-6 after many events the next desk that comes is given a board of its own time', () => {
  const { comes, after, desk } = pushing()
  const first = comes(officer)
  after(() => {
    while (desk.log.length < 600) {
      desk.give('ReportLeaving', { unit: 'u1' })
      desk.give('ReportBack', { unit: 'u1' })
    }
  })
  const second = comes(officer)
  expect(second.whole).not.toBe(first.whole)
  expect(second.events.events).toEqual([])
})

test('PUSH-7 who comes new is not sent whom its rights have lost since the board was packed', async () => {
  const { comes, after, desk, task } = pushing()
  expect(await idsIn(comes(guest).whole)).toContain('a1')
  after(() => desk.give('StandDown', { task, party: { assistant: 'a1' } }))
  const second = comes(guest)
  expect(desk.board.assistant.get('a1')?.task).toBeNull()
  expect(await idsIn(second.whole)).not.toContain('a1')
  expect(second.events.appear.map(({ entity }) => entity.id)).not.toContain('a1')
})

test('PUSH-7 nor what has left the board', async () => {
  const { comes, push, desk } = pushing()
  expect(await idsIn(comes(officer).whole)).toContain('op')
  desk.board.operation.delete('op')
  push.forget(['operation:op'])
  expect(await idsIn(comes(officer).whole)).not.toContain('op')
})

test('PUSH-5 a phone is given its small board as it is', () => {
  const { comes, task } = pushing()
  const welcome = comes({ kind: 'assistant', id: 'a1', device: 'd1' })
  expect(welcome.whole).toBeUndefined()
  expect(welcome.events.appear.map(({ entity }) => entity.id)).toEqual(
    expect.arrayContaining(['a1', task, 'u1']),
  )
})

test('PUSH-9 a desk alone that comes and goes all the time is given one packed board, and what it may not see any more in none', async () => {
  const { comes, comesAndGoes, after, desk, task } = pushing()
  const first = comesAndGoes(guest)
  after(() => desk.give('ReportLeaving', { unit: 'u1' }))
  const second = comesAndGoes(guest)
  expect(second.whole).toBe(first.whole)
  expect(second.events.events.map(({ type }) => type)).toContain('UnitLeaving')
  after(() => desk.give('StandDown', { task, party: { assistant: 'a1' } }))
  const third = comesAndGoes(guest)
  expect(await idsIn(third.whole)).not.toContain('a1')
  expect(third.events).toMatchObject({ appear: [], vanish: [] })
  const others = Array.from(
    { length: 20 },
    (_, n): Viewer => ({
      ...{ kind: 'staff', account: 'other', police: true },
      grants: [{ role: 'supervisor', regions: [`almaty/${n}`], operations: [] }],
    }),
  )
  const stays = comes(officer)
  for (const other of others) comesAndGoes(other)
  expect(comesAndGoes(officer).whole, 'somebody is there').toBe(stays.whole)
  expect(comesAndGoes(guest).whole, 'nobody is').not.toBe(third.whole)
})

test('PUSH-10 nothing of somebody who was erased is in a board packed before', async () => {
  const { comes, after, desk } = pushing()
  desk.board.assistant.set('a2', { ...(desk.board.assistant.get('a2') as Assistant), photo: 'photo-1' })
  const photosIn = async (whole: Uint8Array | undefined) =>
    (await unpackBoard(new Uint8Array(whole ?? []))).filter(({ entity }) => 'photo' in entity && entity.photo)
  expect(await photosIn(comes(officer).whole)).toHaveLength(1)
  after(() => {
    const event = {
      ...{ seq: desk.board.seq + 1, n: 0, commandId: 'erase', at: desk.now, by: { kind: 'system', id: 's' } },
      ...{ type: 'PersonErased', keys: ['assistant:a2'], data: { erasure: null, person: 'a2', rows: [] } },
    } as LoggedEvent
    fold(desk.board, event)
    desk.log.push(event)
  })
  expect(await photosIn(comes(officer).whole)).toEqual([])
})
