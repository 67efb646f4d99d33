import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Fix } from '../../shared/kernel/fix.ts'
import type { Enrolment, Kept, KeptPhoto, OutboxItem, PhoneStorage } from './storage.ts'

interface PhoneDb extends DBSchema {
  keep: { key: 'enrolment' | keyof Kept; value: Enrolment | Kept[keyof Kept] }
  outbox: { key: string; value: OutboxItem }
  fixes: { key: number; value: Fix }
  photos: { key: string; value: KeptPhoto }
}

const stores = ['keep', 'outbox', 'fixes', 'photos'] as const

/** The phone's storage in IndexedDB. */
export async function openIdbStorage(): Promise<PhoneStorage> {
  const db: IDBPDatabase<PhoneDb> = await openDB<PhoneDb>('serik-field', 2, {
    upgrade(db, from) {
      db.createObjectStore('photos', { keyPath: 'clue' })
      if (from > 0) return
      db.createObjectStore('keep')
      db.createObjectStore('outbox', { keyPath: 'envelope.id' })
      db.createObjectStore('fixes', { keyPath: 'at' })
    },
  })
  return {
    enrolment: async () => ((await db.get('keep', 'enrolment')) as Enrolment | undefined) ?? null,
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
    photos: () => db.getAll('photos'),
    async putPhoto(photo) {
      await db.put('photos', photo)
    },
    removePhoto: (clue) => db.delete('photos', clue),
    kept: async (name) => ((await db.get('keep', name)) as never) ?? null,
    async keep(name, value) {
      await db.put('keep', value, name)
    },
    async wipe() {
      const change = db.transaction(stores, 'readwrite')
      await Promise.all([...stores.map((name) => change.objectStore(name).clear()), change.done])
    },
  }
}
