import { expect, test } from 'vitest'
import { mostFixes, openFixBuffer } from '../../../client/field/fix-buffer.ts'
import type { Fix } from '../../../shared/kernel/fix.ts'
import type { FixesAnswer, FixesMessage } from '../../../shared/wire/fixes.ts'
import { memoryStorage } from './memory-storage.ts'

const fix = (at: number): Fix => ({ at, lat: 43, lng: 76, accuracy: 5 })

async function buffer(answer: (message: FixesMessage) => FixesAnswer, storage = memoryStorage()) {
  const sent: FixesMessage[] = []
  const opened = await openFixBuffer({
    storage,
    phoneNow: () => 99_000,
    async send(message) {
      const says = answer(message)
      if (says.ok) sent.push(message)
      return says
    },
  })
  return { buffer: opened, sent, storage }
}
const take = ({ fixes }: FixesMessage): FixesAnswer => ({ ok: true, accepted: fixes.length, dropped: {} })
const down = (): FixesAnswer => ({ ok: false, code: 'link.down' })

test('FIELD-6 fixes made without a network go later, oldest first, with their own times, at most 500 a message', async () => {
  const away = await buffer(down)
  for (let i = 0; i < 1_200; i++) away.buffer.add(fix(i * 5_000))
  await away.buffer.flush()
  expect(away.buffer.waiting()).toBe(1_200)

  const back = await buffer(take, away.storage)
  await back.buffer.flush()
  expect(back.sent.map(({ fixes }) => fixes.length)).toEqual([500, 500, 200])
  expect(back.sent.flatMap(({ fixes }) => fixes.map(({ at }) => at))).toEqual(
    Array.from({ length: 1_200 }, (_, i) => i * 5_000),
  )
  expect(back.sent[0]?.sentAt).toBe(99_000)
  expect(back.buffer.lastTaken()).toBe(1_199 * 5_000)
  expect(await back.storage.fixes()).toEqual([])
})

test('FIELD-7 the buffer is bounded: the older half is thinned, and both ends of the way stay', async () => {
  const { buffer: kept, storage } = await buffer(down)
  for (let i = 0; i <= mostFixes; i++) kept.add(fix(i))
  expect(kept.waiting()).toBe(mostFixes + 1 - mostFixes / 4)
  const ats = (await storage.fixes()).map(({ at }) => at)
  expect([ats[0], ats[1], ats.at(-1)]).toEqual([0, 2, mostFixes])
})

test('FIELD-8 a batch that the server calls invalid does not hold up what comes after it', async () => {
  let asked = 0
  const { buffer: kept, sent } = await buffer((message) =>
    asked++ === 0 ? { ok: false, code: 'fixes.invalid' } : take(message),
  )
  for (let i = 0; i < 501; i++) kept.add(fix(i))
  await kept.flush()
  expect(sent.map(({ fixes }) => fixes.map(({ at }) => at))).toEqual([[500]])
  expect(kept.waiting()).toBe(0)
})
