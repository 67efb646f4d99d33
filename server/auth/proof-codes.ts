import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes } from 'node:crypto'
import type { Id } from '../../shared/kernel/ids.ts'

/** Which device shows a code, and in which step of time. */
export interface ProofClaim {
  device: Id
  step: number
}

/**
 * Codes that tell the server whose phone shows them and when, and tell nobody else anything: AES-256-GCM under a key that
 * every node derives from the vault's, so none is stored and each node reads the codes of all. Two codes of one phone
 * have nothing in common.
 */
export interface ProofCoder {
  make(claim: ProofClaim): string
  /** Null for what is no code of this store. */
  read(code: string): ProofClaim | null
}

const nonceLength = 12
const tagLength = 16
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/** `keyedHash` is the vault's. */
export function proofCoder(keyedHash: (text: string) => string): ProofCoder {
  const key = createSecretKey(createHash('sha256').update(keyedHash('key of proofs of office')).digest())
  return {
    make({ device, step }) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const time = Buffer.alloc(4)
      time.writeUInt32BE(step)
      const sealed = Buffer.concat([cipher.update(time), cipher.update(packed(device)), cipher.final()])
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')
    },
    read(code) {
      const bytes = Buffer.from(code, 'base64url')
      if (bytes.length <= nonceLength + tagLength + 4 || bytes.toString('base64url') !== code) return null
      try {
        const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength))
        opener.setAuthTag(bytes.subarray(-tagLength))
        const plain = Buffer.concat([opener.update(bytes.subarray(nonceLength, -tagLength)), opener.final()])
        return { step: plain.readUInt32BE(0), device: unpacked(plain.subarray(4)) }
      } catch {
        return null
      }
    },
  }
}

/** Sixteen bytes where an id has them: a short code is one that cameras read from afar. */
const packed = (id: Id): Buffer =>
  uuid.test(id) ? Buffer.from(id.replaceAll('-', ''), 'hex') : Buffer.from(`:${id}`)

function unpacked(bytes: Buffer): Id {
  if (bytes[0] === 0x3a && bytes.length !== 16) return bytes.subarray(1).toString()
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
