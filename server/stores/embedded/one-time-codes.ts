import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../ports/clock.ts'
import type { OneTimeCode, OneTimeCodeStore } from '../../ports/secrets.ts'

export function oneTimeCodeStore(database: DatabaseSync, clock: Clock): OneTimeCodeStore {
  const forget = database.prepare('DELETE FROM codes WHERE expires_at <= ?')
  const replace = database.prepare('DELETE FROM codes WHERE purpose = ? AND subject = ?')
  const put = database.prepare('INSERT OR REPLACE INTO codes VALUES (?, ?, ?, ?)')
  const take = database.prepare(`
    DELETE FROM codes WHERE code_hash = ? AND expires_at > ?
    RETURNING code_hash AS codeHash, purpose, subject, expires_at AS expiresAt
  `)
  return {
    async put({ codeHash, purpose, subject, expiresAt }) {
      forget.run(clock.now())
      replace.run(purpose, subject)
      put.run(codeHash, purpose, subject, expiresAt)
    },
    async take(codeHash) {
      const row = take.get(codeHash, clock.now())
      return row ? ({ ...row } as unknown as OneTimeCode) : null
    },
    forgetExpired: async () => Number(forget.run(clock.now()).changes),
  }
}
