import { createHash, timingSafeEqual } from 'node:crypto'
import type { Application } from '../../shared/applications/types.ts'
import type { App } from '../app.ts'
import type { Vault } from '../ports/secrets.ts'

/** Letters and digits that nobody mixes up when they are read from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** The secret of an application, shown once: the same for a repeated sending, and made by the vault's key alone. */
export function secretOf(vault: Vault, sending: string): string {
  const bytes = createHash('sha256')
    .update(vault.keyedHash(`follow-up ${sending}`))
    .digest()
  const letters = Array.from(bytes.subarray(0, length), (byte) => alphabet[byte & 31])
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** What stands in the vault instead of it. */
export function followUpOf(vault: Vault, secret: string): string {
  const plain = secret.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return vault.keyedHash(`follow-up secret ${plain.replaceAll('O', '0').replace(/[IL]/g, '1')}`)
}

/** The file of a number, if the secret is its own. A wrong secret takes the same way as a number that there is not. */
export async function fileOf(
  { live, stores: { vault } }: App,
  number: number,
  secret: string,
): Promise<Application | null> {
  const file = [...live.board.application.values()].find((one) => one.number === number)
  const kept = (await vault.get(file?.id ?? 'none'))?.followUp ?? vault.keyedHash('nobody’s')
  const asked = followUpOf(vault, secret)
  const same = kept.length === asked.length && timingSafeEqual(Buffer.from(kept), Buffer.from(asked))
  return same && file ? file : null
}
