import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { Id } from '../../shared/kernel/ids.ts'
import { StoreUnavailable } from '../ports/event-log.ts'
import { termsOf, termsOfQuery } from './search-terms.ts'

/**
 * AES-256-GCM with a random key per person; that key is stored wrapped by a key derived (HKDF) from the vault key.
 * A box is 12 bytes of nonce, 16 of tag, then the ciphertext, bound to its person and field.
 */
export interface VaultCipher {
  /** A fresh key for a person, wrapped for storage. */
  newKey(person: Id): Buffer
  /** Seals and opens the boxes of one person. */
  withKey(person: Id, wrapped: Uint8Array): PersonCipher
  /** Keyed hashes under which a field's value can be found. */
  tokens(field: string, value: string): string[]
  /** Tokens that all must match; empty when the query is too short. */
  queryTokens(query: string): string[]
  /** A keyed hash of a text, apart from those of the search. */
  keyedHash(text: string): string
  /** Equal for equal vault keys and says nothing about them. */
  fingerprint: string
}

interface PersonCipher {
  seal(field: string, text: string): Buffer
  open(field: string, box: Uint8Array): string
}

/** `vaultKey`: 32 bytes in base64. */
export function vaultCipher(vaultKey: string): VaultCipher {
  const secret = Buffer.from(vaultKey, 'base64')
  if (secret.length !== 32) throw new StoreUnavailable('SERIK_VAULT_KEY is not 32 bytes in base64.')
  const derive = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `serik vault ${purpose}`, 32)))
  const wrapKey = derive('wrap')
  const indexKey = derive('index')
  const token = (term: string) => createHmac('sha256', indexKey).update(term).digest('base64url')
  return {
    newKey: (person) => encrypt(wrapKey, `key of ${person}`, randomBytes(32)),
    withKey(person, wrapped) {
      const key = createSecretKey(decrypt(wrapKey, `key of ${person}`, wrapped))
      return {
        seal: (field, text) => encrypt(key, `${person}/${field}`, Buffer.from(text)),
        open: (field, box) => decrypt(key, `${person}/${field}`, box).toString(),
      }
    },
    tokens: (field, value) => termsOf(field, value).map(token),
    queryTokens: (query) => termsOfQuery(query).map(token),
    keyedHash: (text) => token(`hash:${text}`),
    fingerprint: token('fingerprint'),
  }
}

function encrypt(key: KeyObject, bound: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

function decrypt(key: KeyObject, bound: string, box: Uint8Array): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12)).setAAD(Buffer.from(bound))
  cipher.setAuthTag(box.subarray(12, 28))
  return Buffer.concat([cipher.update(box.subarray(28)), cipher.final()])
}
