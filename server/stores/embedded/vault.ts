import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Id } from '../../../shared/kernel/ids.ts'
import type { Vault } from '../../ports/secrets.ts'
import type { VaultCipher } from '../vault-cipher.ts'
import { inTransaction } from './database.ts'

/** Rows of one transaction, then everybody else has a turn: a name has some thirty words it is found by. */
const atOnce = 8

type Row = { of: Id; fields: Record<string, string> }

/** `keys` is a file of its own: without it the rows, and every backup of them, are unreadable. */
export function vaultStore(rows: DatabaseSync, keys: DatabaseSync, cipher: VaultCipher): Vault {
  const keyOf = keys.prepare('SELECT wrapped FROM keys WHERE person = ?')
  const addKey = keys.prepare('INSERT INTO keys VALUES (?, ?)')
  const eraseKey = keys.prepare('DELETE FROM keys WHERE person = ?')
  const putField = rows.prepare('INSERT OR REPLACE INTO fields VALUES (?, ?, ?)')
  const fieldsOf = rows.prepare('SELECT field, box FROM fields WHERE person = ?')
  const eraseFields = rows.prepare('DELETE FROM fields WHERE person = ?')
  const putToken = rows.prepare('INSERT OR IGNORE INTO tokens VALUES (?, ?, ?)')
  const eraseTokens = rows.prepare('DELETE FROM tokens WHERE person = ? AND field = ?')
  const eraseAllTokens = rows.prepare('DELETE FROM tokens WHERE person = ?')
  const wrappedOf = (person: Id) => keyOf.get(person)?.wrapped as Uint8Array | undefined

  function read(person: Id): Record<string, string> | null {
    const wrapped = wrappedOf(person)
    if (!wrapped) return null
    const { open } = cipher.withKey(person, wrapped)
    const fields: Record<string, string> = {}
    for (const { field, box } of fieldsOf.all(person) as { field: string; box: Uint8Array }[])
      fields[field] = open(field, box)
    return Object.keys(fields).length > 0 ? fields : null
  }

  /** Gives those that had no key before. */
  function addKeys(people: readonly Id[]): Set<Id> {
    const fresh = new Set(people.filter((of) => !wrappedOf(of)))
    if (fresh.size > 0)
      inTransaction(keys, () => {
        for (const of of fresh) addKey.run(of, cipher.newKey(of))
      })
    return fresh
  }

  function putRows(all: readonly Row[], fresh: Set<Id>): void {
    inTransaction(rows, () => {
      for (const { of, fields } of all) putFields(of, fields, fresh.has(of))
    })
  }

  function putFields(person: Id, fields: Record<string, string>, isNew: boolean): void {
    const { seal } = cipher.withKey(person, wrappedOf(person) as Uint8Array)
    for (const [field, text] of Object.entries(fields)) {
      putField.run(person, field, seal(field, text))
      if (!isNew) eraseTokens.run(person, field)
      for (const token of cipher.tokens(field, text)) putToken.run(token, person, field)
    }
  }

  return {
    keyedHash: cipher.keyedHash,
    put: async (of, fields) => putRows([{ of, fields }], addKeys([of])),
    async putMany(all) {
      const fresh = addKeys(all.map(({ of }) => of))
      for (let at = 0; at < all.length; at += atOnce) {
        if (all.length > 1) await nextTurn()
        putRows(all.slice(at, at + atOnce), fresh)
      }
    },
    get: async (person) => read(person),
    async getMany(people) {
      const found = new Map<Id, Record<string, string>>()
      for (const person of people) {
        const fields = read(person)
        if (fields) found.set(person, fields)
      }
      return found
    },
    async find(term, limit) {
      const tokens = cipher.queryTokens(term)
      if (tokens.length === 0) return []
      const each = tokens.map(() => 'SELECT person FROM tokens WHERE token = ?').join(' INTERSECT ')
      return rows
        .prepare(`${each} ORDER BY person LIMIT ?`)
        .all(...tokens, limit)
        .map((row) => row.person as Id)
    },
    async erase(person) {
      eraseKey.run(person)
      inTransaction(rows, () => {
        eraseFields.run(person)
        eraseAllTokens.run(person)
      })
      // What was deleted must not live on in the write-ahead log either.
      for (const database of [keys, rows]) database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
  }
}
