import type { DatabaseSync } from 'node:sqlite'
import type { CredentialStore, Credentials } from '../../ports/secrets.ts'

export function credentialStore(database: DatabaseSync): CredentialStore {
  const holderOf = database.prepare('SELECT account FROM credentials WHERE login = ?')
  const put = database.prepare(`
    INSERT INTO credentials (account, login, password_hash) VALUES (?, ?, ?)
    ON CONFLICT (account) DO UPDATE SET login = excluded.login, password_hash = excluded.password_hash
  `)
  const columns = 'SELECT account, login, password_hash AS passwordHash FROM credentials'
  const byLogin = database.prepare(`${columns} WHERE login = ?`)
  const byAccount = database.prepare(`${columns} WHERE account = ?`)
  return {
    async put({ account, login, passwordHash }) {
      const holder = holderOf.get(login)?.account
      if (holder !== undefined && holder !== account) return false
      put.run(account, login, passwordHash)
      return true
    },
    byLogin: async (login) => credentials(byLogin.get(login)),
    byAccount: async (account) => credentials(byAccount.get(account)),
  }
}

const credentials = (row: object | undefined) => (row ? ({ ...row } as Credentials) : null)
