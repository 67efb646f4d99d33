import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Session } from '../../server/ports/secrets.ts'
import type { Stores } from '../../server/ports/stores.ts'
import type { StoreUnderTest } from './implementations.ts'

const now = 1_790_000_000_000

function session(over: Partial<Session>): Session {
  const times = { createdAt: now, usedAt: now, expiresAt: now + 60_000 }
  return { tokenHash: 't1', kind: 'staff', holder: 'officer-1', ...times, ...over }
}

/** Accounts, sessions, codes, vault and settings: what every implementation must do. */
export function secretsContract(name: string, make: () => StoreUnderTest): void {
  describe(`secrets: ${name}`, () => {
    let store: StoreUnderTest
    let stores: Stores
    let time: number
    beforeEach(async () => {
      time = now
      store = make()
      stores = await store.open({ now: () => time, after: () => () => {} })
    })
    afterEach(() => store.remove())

    test('STORE-1 a login belongs to one account, and a changed one is free again', async () => {
      const { credentials } = stores
      const first = { account: 'a', login: 'ersin', passwordHash: null }
      expect(await credentials.put(first)).toBe(true)
      expect(await credentials.put({ account: 'b', login: 'ersin', passwordHash: 'x' })).toBe(false)
      expect(await credentials.byLogin('ersin')).toEqual(first)
      expect(await credentials.put({ ...first, login: 'ersin2', passwordHash: 'h' })).toBe(true)
      expect(await credentials.byLogin('ersin')).toBeNull()
      expect(await credentials.byAccount('a')).toEqual({ account: 'a', login: 'ersin2', passwordHash: 'h' })
      expect(await credentials.put({ account: 'b', login: 'ersin', passwordHash: 'x' })).toBe(true)
      expect(await credentials.byAccount('nobody')).toBeNull()
    })

    test('STORE-2 a session lives until it expires or is removed, alone, by holder or by device', async () => {
      const { sessions } = stores
      const device = session({ tokenHash: 't2', kind: 'device', holder: 'assistant-1', device: 'd1' })
      const ended = session({ tokenHash: 't3', holder: 'officer-2', expiresAt: now + 10 })
      for (const one of [session({}), device, ended]) await sessions.put(one)
      expect(await sessions.byToken('t2')).toEqual(device)
      await sessions.touch('t1', now + 5)
      await sessions.touch('t9', now + 5)
      expect(await sessions.byToken('t1')).toEqual(session({ usedAt: now + 5 }))
      expect(await sessions.byToken('t9')).toBeNull()
      time = now + 10
      expect(await sessions.byToken('t3')).toBeNull()
      await sessions.put(session({ tokenHash: 't4', kind: 'device', holder: 'assistant-1', device: 'd2' }))
      await sessions.removeDevice('d1')
      expect(await sessions.byToken('t2')).toBeNull()
      expect(await sessions.byToken('t4')).not.toBeNull()
      await sessions.removeOf('assistant-1')
      expect(await sessions.byToken('t4')).toBeNull()
      await sessions.remove('t1')
      expect(await sessions.byToken('t1')).toBeNull()
    })

    test('STORE-3 a one-time code works once, for one of two callers, and not after its time', async () => {
      const { codes } = stores
      const code = {
        codeHash: 'c',
        purpose: 'enrol-assistant' as const,
        subject: 'assistant-1',
        expiresAt: now + 1000,
      }
      await codes.put(code)
      const taken = await Promise.all([codes.take('c'), codes.take('c')])
      expect(taken.filter((one) => one !== null)).toEqual([code])
      await codes.put(code)
      time = now + 1000
      expect(await codes.take('c')).toBeNull()
    })

    test('STORE-18 a newer code takes the place of the older one of its purpose and subject, and of no other', async () => {
      const { codes } = stores
      const code = { purpose: 'set-password' as const, subject: 'account-1', expiresAt: now + 1000 }
      await codes.put({ ...code, codeHash: 'older' })
      await codes.put({ ...code, codeHash: 'of-another', subject: 'account-2' })
      await codes.put({ ...code, codeHash: 'for-another', purpose: 'enrol-unit' })
      await codes.put({ ...code, codeHash: 'newer' })
      expect(await codes.take('older')).toBeNull()
      for (const codeHash of ['newer', 'of-another', 'for-another'])
        expect(await codes.take(codeHash)).toMatchObject({ codeHash })
    })

    test('STORE-4 a setting stays; of two that claim one name the first stands', async () => {
      const { meta } = stores
      expect(await meta.get('seed')).toBeNull()
      expect(await Promise.all([meta.claim('seed', 'one'), meta.claim('seed', 'two')])).toEqual([
        'one',
        'one',
      ])
      await meta.put('seed', 'three')
      await stores.close()
      expect(await (await store.open()).meta.get('seed')).toBe('three')
    })

    test('VAULT-1 fields are kept per person, added to and changed one by one, and survive a reopening', async () => {
      const { vault } = stores
      await vault.put('p1', { name: 'Қасымов Ерлан', phone: '+7 701 123 45 67' })
      await vault.put('p1', { name: 'Қасымов Ерлан Болатұлы' })
      await vault.put('note-1', { text: 'Қоңыр қалпақ' })
      const whole = { name: 'Қасымов Ерлан Болатұлы', phone: '+7 701 123 45 67' }
      expect(await vault.get('p1')).toEqual(whole)
      expect(await vault.get('p2')).toBeNull()
      await stores.close()
      const again = (await store.open()).vault
      expect(await again.getMany(['p1', 'p2', 'note-1'])).toEqual(
        new Map<string, object>([
          ['p1', whole],
          ['note-1', { text: 'Қоңыр қалпақ' }],
        ]),
      )
    })

    test('VAULT-2 people are found by phone, its last four digits and beginnings of names, on a Russian keyboard too', async () => {
      const { vault } = stores
      await vault.put('p1', { name: 'Қасымов Ерлан', phone: '+7 701 123 45 67' })
      await vault.put('p2', { name: 'Қасымова Әсел', phone: '8 (702) 765-43-21' })
      await vault.put('note-1', { text: 'Қасымов' })
      const find = (term: string) => vault.find(term, 10)
      expect(await find('касым')).toEqual(['p1', 'p2'])
      expect(await find('ҚАСЫМОВА')).toEqual(['p2'])
      expect(await find('ас касы')).toEqual(['p2'])
      expect(await find('асым')).toEqual([])
      expect(await find('к')).toEqual([])
      expect(await vault.find('касым', 1)).toEqual(['p1'])
      expect(await find('87011234567')).toEqual(['p1'])
      expect(await find('702 765 43 21')).toEqual(['p2'])
      expect(await find('4321')).toEqual(['p2'])
      await vault.put('p2', { name: 'Ахметова Әсел', phone: '+77770000000' })
      expect(await find('касым')).toEqual(['p1'])
      expect(await find('4321')).toEqual([])
    })

    test('VAULT-6 a keyed hash is the same after a reopening, and neither the text nor another text has it', async () => {
      const { keyedHash } = stores.vault
      const first = keyedHash('iin 791028302728')
      expect(first).toMatch(/^[\w-]{43}$/)
      expect(keyedHash('iin 850101300005')).not.toBe(first)
      await stores.close()
      expect((await store.open()).vault.keyedHash('iin 791028302728')).toBe(first)
    })

    test('VAULT-3 erasing a person leaves neither row nor trace to search by', async () => {
      const { vault } = stores
      await vault.put('p1', { name: 'Қасымов Ерлан', phone: '+77011234567' })
      await vault.erase('p1')
      await vault.erase('p1')
      expect(await vault.get('p1')).toBeNull()
      expect(await vault.find('касымов', 10)).toEqual([])
      await vault.put('p1', { name: 'Серік Айгүл' })
      expect(await vault.get('p1')).toEqual({ name: 'Серік Айгүл' })
    })
  })
}
