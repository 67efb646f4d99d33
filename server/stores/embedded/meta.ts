import type { DatabaseSync } from 'node:sqlite'
import type { Meta } from '../../ports/stores.ts'

export function metaStore(database: DatabaseSync): Meta {
  const get = database.prepare('SELECT value FROM meta WHERE name = ?')
  const put = database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)')
  const claim = database.prepare('INSERT OR IGNORE INTO meta VALUES (?, ?)')
  const read = (name: string) => (get.get(name)?.value as string | undefined) ?? null
  return {
    get: async (name) => read(name),
    async put(name, value) {
      put.run(name, value)
    },
    async claim(name, value) {
      claim.run(name, value)
      return read(name) as string
    },
  }
}
