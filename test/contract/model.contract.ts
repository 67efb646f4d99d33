import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Append, Appended } from '../../server/ports/event-log.ts'
import type { Key } from '../../shared/kernel/ids.ts'
import type { StoreUnderTest } from './implementations.ts'

/** A log in ten lines, which every store must agree with. */
function model() {
  const keys = new Map<Key, number>()
  const commands = new Map<string, { fingerprint: string; answer: Appended }>()
  let head = 0
  return (append: Append): Appended => {
    const known = commands.get(append.commandId)
    if (known && known.fingerprint !== append.fingerprint) return { ok: false, why: 'other-body' }
    if (known) return { ...known.answer, repeated: true } as Appended
    const moved = append.read.keys
      .map((key) => ({ key, seq: keys.get(key) ?? 0 }))
      .filter(({ seq }) => seq > append.read.at)
    if (moved.length > 0) return { ok: false, why: 'conflict', moved }
    const from = head + 1
    for (const fact of append.facts) {
      head += 1
      for (const key of fact.keys) keys.set(key, head)
    }
    const answer: Appended = { ok: true, from, upTo: head, repeated: false }
    commands.set(append.commandId, { fingerprint: append.fingerprint, answer })
    return answer
  }
}

const key = fc.constantFrom<Key>('unit:a', 'unit:b', 'task:a', 'task:b')
const keyList = fc.uniqueArray(key, { maxLength: 3 })
const append = fc.record({
  commandId: fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'),
  fingerprint: fc.constantFrom('f', 'f', 'f', 'g'),
  at: fc.constant(1_790_000_000_000),
  by: fc.constant({ kind: 'system' as const, id: 'serik' }),
  facts: fc.array(fc.record({ type: fc.constant('Tested'), keys: keyList, data: fc.jsonValue() }), {
    maxLength: 3,
  }),
  read: fc.record({ keys: keyList, at: fc.nat(12) }),
})

/** The same appends get the same answers as from the model, so also from every store. */
export function modelContract(name: string, make: () => StoreUnderTest): void {
  describe(`event log against the model: ${name}`, () => {
    test('LOG-11 any run of appends is answered as a simple model answers it', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(append, { maxLength: 24 }), async (appends) => {
          const store = make()
          try {
            const { log } = await store.open()
            const expected = model()
            for (const one of appends) expect(await log.append(one)).toEqual(expected(one))
            const events = await log.read(0, 1000)
            expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1))
            expect((await log.head()).seq).toBe(events.length)
          } finally {
            await store.remove()
          }
        }),
        { numRuns: 20 },
      )
    })
  })
}
