import { type Refusal, refuse } from '../../../shared/kernel/refusal.ts'

/** What a file is sent as: its text, or a compressed map as base64. */
type SentFile = { text: string } | { zipped: string }

/** Bytes: the server reads no more either, and a larger one is not even opened. */
const limit = 5 * 1024 * 1024

/** A file that somebody chose; refused with a sentence before it is read when it cannot be a map. */
export async function readFile(file: File): Promise<SentFile | Refusal> {
  if (file.size > limit) return refuse('gpx.too-big', { params: { limit } })
  if (file.size === 0) return refuse('areas.unreadable')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { text: new TextDecoder().decode(bytes) }
  let binary = ''
  // In pieces: a call with a million arguments is refused.
  for (let at = 0; at < bytes.length; at += 8_192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return { zipped: btoa(binary) }
}
