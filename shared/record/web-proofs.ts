import type { Proofs } from './format.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
/** Throws for a second spelling of the same bytes too: then one byte more could be changed unseen. */
function fromBase64(text: string) {
  const letters = atob(text)
  if (btoa(letters) !== text) throw new TypeError('not base64 as it is written')
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
}

/** SHA-256 and Ed25519 by WebCrypto: of the browser, and Node has the same. */
export const webProofs: Proofs = {
  async sha256(text) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text)))
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  },
  async verifies(key, signature, text) {
    try {
      const known = await crypto.subtle.importKey('raw', fromBase64(key), 'Ed25519', false, ['verify'])
      return await crypto.subtle.verify('Ed25519', known, fromBase64(signature), bytesOf(text))
    } catch (error) {
      // Not a key, or not base64: that is no signature. A browser without Ed25519 cannot say either way.
      if (error instanceof DOMException && error.name === 'NotSupportedError') throw error
      return false
    }
  },
}
