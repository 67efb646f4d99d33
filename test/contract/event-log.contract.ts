import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Stores } from '../../server/ports/stores.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { anAppend, seqOf } from './append.ts'
import type { StoreUnderTest } from './implementations.ts'

/** What every event log must do; `make` gives an empty store. */
export function eventLogContract(name: string, make: () => StoreUnderTest): void {
  describe(`event log: ${name}`, () => {
    let store: StoreUnderTest
    let stores: Stores
    beforeEach(async () => {
      store = make()
      stores = await store.open()
    })
    afterEach(() => store.remove())

    test('LOG-1 sequences are 1..n without a gap, over facts and commands', async () => {
      const { log } = stores
      expect(await log.head()).toEqual({ seq: 0, hash: '0'.repeat(64) })
      expect(await log.append(anAppend([['unit:a'], ['unit:b']]))).toMatchObject({
        ok: true,
        from: 1,
        upTo: 2,
      })
      expect(await log.append(anAppend([['unit:a']]))).toMatchObject({
        ok: true,
        from: 3,
        upTo: 3,
        repeated: false,
      })
      const events = await log.read(0, 10)
      expect(events.map(({ seq, n }) => [seq, n])).toEqual([
        [1, 0],
        [2, 1],
        [3, 0],
      ])
      expect((await log.read(1, 1)).map(({ seq }) => seq)).toEqual([2])
      expect(await log.read(3, 10)).toEqual([])
      expect((await log.head()).seq).toBe(3)
    })

    test('LOG-2 an event comes back as it was given, with its actor, time, keys and any text', async () => {
      const text = 'Ғалымжан "б"\n\u0000 \ud83d\ude94 \ud800 \\ud800'
      const append = anAppend([], {
        by: { kind: 'staff', id: 'officer-1', behalfOf: 'unit-1' },
        facts: [
          {
            type: 'Tested',
            keys: ['unit:a', 'task:b'],
            data: { text, list: [], none: null, gone: undefined },
          },
        ],
      })
      await stores.log.append(append)
      expect(await stores.log.read(0, 1)).toEqual([
        {
          seq: 1,
          n: 0,
          at: append.at,
          by: append.by,
          commandId: append.commandId,
          type: 'Tested',
          keys: ['unit:a', 'task:b'],
          data: { text, list: [], none: null },
        },
      ])
    })

    test('LOG-3 a known command id answers with its first result and appends nothing, even when its keys have moved', async () => {
      const { log } = stores
      const append = anAppend([['unit:a']], { result: { id: 'x', list: [] } })
      const first = await log.append(append)
      await log.append(anAppend([['unit:a']]))
      expect(await log.append({ ...append, read: { keys: ['unit:a'], at: 0 } })).toEqual({
        ...first,
        repeated: true,
      })
      expect(await log.known(append.commandId, append.fingerprint)).toEqual({ ...first, repeated: true })
      expect(await log.known('never-given', 'a')).toBeNull()
      expect((await log.head()).seq).toBe(2)
    })

    test('LOG-4 a known command id with another body is refused', async () => {
      const append = anAppend([['unit:a']])
      await stores.log.append(append)
      const other = { ...append, fingerprint: 'b' }
      expect(await stores.log.append(other)).toEqual({ ok: false, why: 'other-body' })
      expect(await stores.log.known(append.commandId, 'b')).toEqual({ ok: false, why: 'other-body' })
      expect((await stores.log.head()).seq).toBe(1)
    })

    test('LOG-5 an append whose read was overtaken is a conflict that names the keys and where they stand', async () => {
      const { log } = stores
      await log.append(anAppend([['unit:a'], ['unit:b']]))
      const stale = anAppend([['unit:c']], { read: { keys: ['unit:a', 'unit:b', 'unit:new'], at: 1 } })
      expect(await log.append(stale)).toEqual({
        ok: false,
        why: 'conflict',
        moved: [{ key: 'unit:b', seq: 2 }],
      })
      expect((await log.head()).seq).toBe(1 + 1)
      expect(await log.known(stale.commandId, 'a')).toBeNull()
      expect(await log.append({ ...stale, read: { keys: ['unit:a', 'unit:b'], at: 2 } })).toMatchObject({
        ok: true,
        from: 3,
      })
    })

    test('LOG-5 an append of thousands of keys and records is taken, and overtakes them all', async () => {
      const { log } = stores
      const keys = Array.from({ length: 4500 }, (_, n) => `unit:${n}` as const)
      const many = anAppend([...keys.map((key) => [key]), [...keys]], { read: { keys, at: 0 } })
      expect(await log.append(many)).toMatchObject({ ok: true, from: 1, upTo: 4501 })
      await log.append(anAppend([[...keys.slice(0, 3)]]))
      const stale = await log.append(anAppend([['unit:new']], { read: { keys, at: 4501 } }))
      const moved = keys.slice(0, 3).map((key) => ({ key, seq: 4502 }))
      expect(stale).toEqual({ ok: false, why: 'conflict', moved })
      const before = await log.append(anAppend([['unit:new']], { read: { keys, at: 4500 } }))
      expect(before).toMatchObject({ ok: false, why: 'conflict' })
      expect(before.ok === false && before.why === 'conflict' && before.moved).toHaveLength(4500)
    })

    test('LOG-5 of 200 racing appends on one key exactly one wins each round', async () => {
      await store.remove()
      store = make()
      const nodes = await store.openTwo()
      let at = 0
      for (let round = 0; round < 3; round++) {
        const racing = Array.from({ length: 200 }, (_, n) =>
          (nodes[n % 2] as Stores).log.append(anAppend([['unit:a']], { read: { keys: ['unit:a'], at } })),
        )
        const answers = await Promise.all(racing)
        const won = answers.filter(({ ok }) => ok)
        expect(won).toHaveLength(1)
        at += 1
        for (const answer of answers)
          if (!answer.ok)
            expect(answer).toEqual({ ok: false, why: 'conflict', moved: [{ key: 'unit:a', seq: at }] })
      }
      expect((await nodes[0].log.head()).seq).toBe(3)
    })

    test('LOG-3 the same command given twice at once, by two handles, is appended once', async () => {
      await store.remove()
      store = make()
      const [one, other] = await store.openTwo()
      const append = anAppend([['unit:a']], { result: 7 })
      const answers = await Promise.all([one, one, other, other].map(({ log }) => log.append(append)))
      expect(answers.map(seqOf)).toEqual([1, 1, 1, 1])
      expect(answers.filter((answer) => answer.ok && !answer.repeated)).toHaveLength(1)
    })

    test('LOG-1 appends from two handles on many keys all land, in one order without a gap', async () => {
      await store.remove()
      store = make()
      const nodes = await store.openTwo()
      const answers = await Promise.all(
        Array.from({ length: 1500 }, (_, n) =>
          (nodes[n % 2] as Stores).log.append(anAppend([[`unit:${n}`]])),
        ),
      )
      expect(answers.map(seqOf).sort((a, b) => a - b)).toEqual(Array.from({ length: 1500 }, (_, n) => n + 1))
      for (const answer of answers)
        expect((await nodes[0].log.read(seqOf(answer) - 1, 1))[0]?.seq).toBe(seqOf(answer))
    })

    test('LOG-6 followers get every record once and in order, from their place on, whoever appended it', async () => {
      await store.remove()
      store = make()
      const [one, other] = await store.openTwo()
      for (let n = 0; n < 5; n++) await one.log.append(anAppend([['unit:a']]))
      const heard: LoggedEvent[] = []
      const late: number[] = []
      one.log.follow(2, (events) => heard.push(...events))
      const stop = other.log.follow(0, (events) => late.push(...events.map(({ seq }) => seq)))
      await vi.waitFor(() => expect(late).toEqual([1, 2, 3, 4, 5]))
      stop()
      await Promise.all(
        Array.from({ length: 1200 }, (_, n) => [one, other][n % 2]?.log.append(anAppend([[`unit:${n}`]]))),
      )
      await vi.waitFor(() => expect(heard).toHaveLength(1203))
      expect(heard.map(({ seq }) => seq)).toEqual(Array.from({ length: 1203 }, (_, n) => n + 3))
      expect(heard).toEqual(await one.log.read(2, 5000))
      expect(late).toHaveLength(5)
    })

    test('LOG-6 a follower far behind misses and doubles nothing while appends go on', async () => {
      const { log } = stores
      const many = (count: number) =>
        Array.from({ length: count }, (_, n) => log.append(anAppend([[`unit:${n}`]])))
      await Promise.all(many(2500))
      const heard: number[] = []
      log.follow(0, (events) => heard.push(...events.map(({ seq }) => seq)))
      for (let turn = 0; turn < 10; turn++) await Promise.all(many(20))
      await vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(2700))
      expect(heard).toEqual(Array.from({ length: 2700 }, (_, n) => n + 1))
    })

    test('LOG-7 reopening keeps records, keys, commands and the chain', async () => {
      const append = anAppend([['unit:a']], { result: 'kept' })
      await stores.log.append(append)
      await stores.access.append(anAppend([['unit:z']]))
      const head = await stores.log.head()
      await stores.close()
      const again = await store.open()
      expect(await again.log.head()).toEqual(head)
      expect(await again.log.append(append)).toMatchObject({ repeated: true, result: 'kept' })
      const stale = await again.log.append(anAppend([['unit:a']], { read: { keys: ['unit:a'], at: 0 } }))
      expect(stale).toMatchObject({ why: 'conflict' })
      await again.log.append(anAppend([['unit:b']]))
      expect((await again.log.read(0, 9)).map(({ seq }) => seq)).toEqual([1, 2])
    })

    test('LOG-8 log and access are two chains that do not know of each other', async () => {
      const append = anAppend([['unit:a']])
      expect(seqOf(await stores.log.append(append))).toBe(1)
      expect(await stores.access.append(append)).toMatchObject({ ok: true, upTo: 1, repeated: false })
      const { hash } = await stores.access.head()
      await stores.log.append(anAppend([['unit:b']]))
      expect(await stores.access.head()).toEqual({ seq: 1, hash })
    })

    test('LOG-9 what JSON cannot hold is an error of the caller and appends nothing', async () => {
      const facts = [{ type: 'Tested', keys: [], data: { speed: Number.NaN } }]
      await expect(stores.log.append(anAppend([], { facts }))).rejects.toThrow(TypeError)
      expect((await stores.log.head()).seq).toBe(0)
    })

    test('LOG-10 a closed log refuses appends with a sentence', async () => {
      await stores.close()
      await expect(stores.log.append(anAppend([['unit:a']]))).rejects.toThrow('The log is closed.')
    })
  })
}
