import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Seal } from '../../shared/record/write-export.ts'

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
/** The public key's 32 bytes are the last of its SPKI form. */
const publicBytes = 32

/** The key in `dataDir`/record.key, made at the first use and readable by the owner only. */
export function ownSigningKey(dataDir: string): string {
  const path = join(dataDir, 'record.key')
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const key = randomBytes(32).toString('base64')
  writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return key
}

/** Signs exports of the record; `seed` is 32 bytes in base64. */
export function recordSeal(seed: string): Seal {
  const key = createPrivateKey({
    key: Buffer.concat([pkcs8, Buffer.from(seed, 'base64')]),
    format: 'der',
    type: 'pkcs8',
  })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    key: spki.subarray(-publicBytes).toString('base64'),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  }
}
