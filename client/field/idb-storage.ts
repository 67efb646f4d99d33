import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Fix } from '../../shared/kernel/fix.ts'
import type { Enrolment, OutboxItem, PhoneStorage } from './storage.ts'

interface PhoneDb extends DBSchema {
  keep: { key: 'enrolment'; value: Enrolment }
  outbox: { key: string; value: OutboxItem }
  fixes: { key: number; value: Fix }
}

const stores = ['keep', 'outbox', 'fixes'] as const

/** The phone's storage in IndexedDB. */
export async function openIdbStorage(): Promise<PhoneStorage> {
  const db: IDBPDatabase<PhoneDb> = await openDB<PhoneDb>('serik-field', 1, {
    upgrade(db) {
      db.createObjectStore('keep')
      db.createObjectStore('outbox', { keyPath: 'envelope.id' })
      db.createObjectStore('fixes', { keyPath: 'at' })
    },
  })
  return {
    enrolment: async () => (await db.get('keep', 'enrolment')) ?? null,
    async keepEnrolment(enrolment) {
      await db.put('keep', enrolment, 'enrolment')
    },
    items: () => db.getAll('outbox'),
    async putItem(item) {
      await db.put('outbox', item)
    },
    removeItem: (id) => db.delete('outbox', id),
    fixes: () => db.getAll('fixes'),
    async putFix(fix) {
      await db.put('fixes', fix)
    },
    async removeFixes(ats) {
      const change = db.transaction('fixes', 'readwrite')
      await Promise.all([...ats.map((at) => change.store.delete(at)), change.done])
    },
    async wipe() {
      const change = db.transaction(stores, 'readwrite')
      await Promise.all([...stores.map((name) => change.objectStore(name).clear()), change.done])
    },
  }
}
