import { createHash, randomBytes, randomInt } from 'node:crypto'

/** An opaque 256-bit secret for a cookie or a device. */
export function newToken(): string {
  const token = randomBytes(32).toString('base64url')
  // On a command line it would be taken for an option.
  return token.startsWith('-') ? newToken() : token
}

/** What is stored of a token or code: never the secret itself. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A one-time code people can type: 12 letters without look-alikes (60 bits), in groups of four. */
export function newCode(): string {
  const code = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** As typed: lower case and without hyphens is fine. */
export function normaliseCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/(.{4})(?=.)/g, '$1-')
}
