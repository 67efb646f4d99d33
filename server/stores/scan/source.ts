import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Chain } from '../../ports/record-scan.ts'
import type { Vault } from '../../ports/secrets.ts'
import { vaultStore } from '../embedded/vault.ts'
import type { LogRecord } from '../record.ts'
import { ask, connect } from '../redis/connection.ts'
import { logKeys } from '../redis/log-keys.ts'
import { defaultPrefix } from '../redis/open.ts'
import { readRecords } from '../redis/records.ts'
import { vaultStore as redisVault } from '../redis/vault.ts'
import { vaultCipher } from '../vault-cipher.ts'

/** Where the chains and the vault lie; can be handed to another thread. */
export interface SourceOptions {
  dataDir: string
  redisUrl?: string
  vaultKey: string
}

/** Both chains and the vault, read and never written. */
export interface RecordSource {
  /** The records with sequence > `after`, at most `limit`. */
  page(chain: Chain, after: number, limit: number): Promise<LogRecord[]>
  vault: Pick<Vault, 'get'>
  close(): void
}

export async function openSource({ dataDir, redisUrl, vaultKey }: SourceOptions): Promise<RecordSource> {
  const cipher = vaultCipher(vaultKey)
  if (redisUrl) {
    const client = await connect(redisUrl, () => {})
    return {
      page: (chain, after, limit) =>
        ask(readRecords(client, logKeys(defaultPrefix, chain), after + 1, limit)),
      vault: redisVault(client, defaultPrefix, cipher),
      close: () => client.destroy(),
    }
  }
  const open = (name: string) => new DatabaseSync(join(dataDir, name), { readOnly: true, timeout: 5000 })
  const databases = { log: open('log.db'), access: open('access.db') }
  const [rows, keys] = [open('vault.db'), open('vault-keys.db')]
  const select = (database: DatabaseSync) =>
    database.prepare('SELECT seq, body, crc, hash FROM records WHERE seq > ? ORDER BY seq LIMIT ?')
  const pages = { log: select(databases.log), access: select(databases.access) }
  return {
    page: async (chain, after, limit) => pages[chain].all(after, limit) as unknown as LogRecord[],
    vault: vaultStore(rows, keys, cipher),
    close() {
      for (const database of [databases.log, databases.access, rows, keys]) database.close()
    },
  }
}
