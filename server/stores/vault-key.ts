import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StoreUnavailable } from '../ports/event-log.ts'
import type { Meta } from '../ports/stores.ts'
import { type VaultCipher, vaultCipher } from './vault-cipher.ts'

/** The key in `dataDir`/vault.key, made at the first use and readable by the owner only. */
export function ownVaultKey(dataDir: string): string {
  const path = join(dataDir, 'vault.key')
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const key = randomBytes(32).toString('base64')
  writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return key
}

/** Refuses a key other than the one this vault was made with: names would be unreadable and new ones lost to the old key. */
export async function openCipher(vaultKey: string, meta: Meta): Promise<VaultCipher> {
  const cipher = vaultCipher(vaultKey)
  if ((await meta.claim('vault-key', cipher.fingerprint)) === cipher.fingerprint) return cipher
  throw new StoreUnavailable('The vault key (SERIK_VAULT_KEY) is not the one this store was made with.')
}
