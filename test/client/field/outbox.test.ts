import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openOutbox, type Send } from '../../../client/field/outbox.ts'
import type { PhoneStorage } from '../../../client/field/storage.ts'
import type { CommandEnvelope, CommandType } from '../../../shared/board/commands.ts'
import type { CommandAnswer } from '../../../shared/wire/command.ts'
import { memoryStorage } from './memory-storage.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const command = (id: string, type: CommandType = 'TakeStep'): CommandEnvelope => ({
  id,
  type,
  body: {},
  madeAt: 5,
})
const down: CommandAnswer = { ok: false, code: 'link.down' }
const taken: CommandAnswer = { ok: true, upTo: 1 }

/** A server that answers what is set for an id, else what `usually` says. */
function server(usually: CommandAnswer = taken) {
  const sent: string[] = []
  const state = { usually, sent, answers: new Map<string, CommandAnswer>() }
  return {
    ...state,
    set: (answer: CommandAnswer) => {
      state.usually = answer
    },
    async send({ id }: CommandEnvelope) {
      sent.push(id)
      return state.answers.get(id) ?? state.usually
    },
  }
}

async function started(storage: PhoneStorage, send: Send) {
  const outbox = await openOutbox(storage)
  outbox.start(send)
  return outbox
}

test('FIELD-1 what is pressed without a network is kept, and sent in order and under its own id when it is back', async () => {
  const storage = memoryStorage()
  const away = server(down)
  const before = await started(storage, away.send)
  void before.add(command('a'))
  void before.add(command('b'))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(new Set(away.sent)).toEqual(new Set(['a']))
  before.stop()

  expect((await storage.items()).map(({ envelope }) => envelope.id)).toEqual(['a', 'b'])
  const back = server()
  const after = await started(storage, back.send)
  await vi.advanceTimersByTimeAsync(0)
  expect(back.sent).toEqual(['a', 'b'])
  expect(after.items()).toEqual([])
  expect(await storage.items()).toEqual([])
})

test('FIELD-1 is on the phone before it is sent', async () => {
  const storage = memoryStorage()
  const outbox = await started(storage, async () => {
    expect(await storage.items()).toHaveLength(1)
    return taken
  })
  expect(await outbox.add(command('a'))).toEqual(taken)
})

test('FIELD-2 a call for help overtakes what waits and is not held up by it', async () => {
  const waiting = server()
  const sent: string[] = []
  const outbox = await started(memoryStorage(), (envelope) =>
    envelope.type === 'CallForHelp' ? waiting.send(envelope) : new Promise(() => void sent.push(envelope.id)),
  )
  void outbox.add(command('a'))
  void outbox.add(command('b'))
  expect(await outbox.add(command('help', 'CallForHelp'))).toEqual(taken)
  expect(sent).toEqual(['a'])
})

test('FIELD-3 what the server refuses is shown until it is put away, and does not stop the rest', async () => {
  const storage = memoryStorage()
  const refusing = server()
  refusing.answers.set('old', { ok: false, code: 'command.too-old' })
  const outbox = await started(storage, refusing.send)
  expect(await outbox.add(command('old'))).toMatchObject({ code: 'command.too-old' })
  await outbox.add(command('new'))
  expect(outbox.items()).toHaveLength(1)
  expect(outbox.items()[0]).toMatchObject({ envelope: { id: 'old' }, refused: { code: 'command.too-old' } })
  outbox.stop()

  const again = server()
  const reopened = await started(storage, again.send)
  await vi.advanceTimersByTimeAsync(0)
  expect(again.sent).toEqual([])
  reopened.dismiss('old')
  expect(reopened.items()).toEqual([])
  expect(await storage.items()).toEqual([])
})

test('FIELD-4 waits as long as the server asks it to', async () => {
  const busy = server({ ok: false, code: 'rate.limited', params: { seconds: 4 } })
  const outbox = await started(memoryStorage(), busy.send)
  void outbox.add(command('a'))
  await vi.advanceTimersByTimeAsync(3_900)
  expect(busy.sent).toEqual(['a'])
  busy.set(taken)
  await vi.advanceTimersByTimeAsync(200)
  expect(busy.sent).toEqual(['a', 'a'])
  expect(outbox.items()).toEqual([])
})

test('FIELD-5 a phone that can keep nothing still sends', async () => {
  const storage = { ...memoryStorage(), putItem: () => Promise.reject(new Error('full')) }
  const outbox = await started(storage, server().send)
  expect(await outbox.add(command('a'))).toEqual(taken)
})
