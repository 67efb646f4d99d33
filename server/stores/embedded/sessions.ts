import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../ports/clock.ts'
import type { Session, SessionStore } from '../../ports/secrets.ts'

/** An expired session is as good as none; the rows of expired ones go with the next put. */
export function sessionStore(database: DatabaseSync, clock: Clock): SessionStore {
  const forget = database.prepare('DELETE FROM sessions WHERE expires_at <= ?')
  const put = database.prepare('INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?)')
  const byToken = database.prepare('SELECT * FROM sessions WHERE token_hash = ? AND expires_at > ?')
  const touch = database.prepare('UPDATE sessions SET used_at = ? WHERE token_hash = ?')
  const remove = database.prepare('DELETE FROM sessions WHERE token_hash = ?')
  const removeOf = database.prepare('DELETE FROM sessions WHERE holder = ?')
  const removeDevice = database.prepare('DELETE FROM sessions WHERE device = ?')
  return {
    async put({ tokenHash, kind, holder, device, createdAt, expiresAt, usedAt }) {
      forget.run(clock.now())
      put.run(tokenHash, kind, holder, device ?? null, createdAt, expiresAt, usedAt)
    },
    async byToken(tokenHash) {
      const row = byToken.get(tokenHash, clock.now())
      return row ? session(row) : null
    },
    async touch(tokenHash, usedAt) {
      touch.run(usedAt, tokenHash)
    },
    async remove(tokenHash) {
      remove.run(tokenHash)
    },
    async removeOf(holder) {
      removeOf.run(holder)
    },
    async removeDevice(device) {
      removeDevice.run(device)
    },
    forgetExpired: async () => Number(forget.run(clock.now()).changes),
  }
}

function session(row: Record<string, unknown>): Session {
  return {
    tokenHash: row.token_hash as string,
    kind: row.kind as Session['kind'],
    holder: row.holder as string,
    ...(row.device === null ? {} : { device: row.device as string }),
    createdAt: row.created_at as number,
    expiresAt: row.expires_at as number,
    usedAt: row.used_at as number,
  }
}
