import type { Id } from '../../../shared/kernel/ids.ts'
import { askServer, type HttpRefusal } from '../../net/ask-server.ts'

/** Where the desk's own pictures come from; each look is recorded. */
export const photoAddress = (photo: Id): string => `/api/search/photos/${photo}`

/** What the server reads; it is encoded anew there. */
export const photoTypes = 'image/jpeg,image/png,image/webp'

/** A picture of who is missed, or of a clue. Null when it is kept. */
export async function sendPhoto(
  of: { operation: Id } | { clue: Id },
  file: File,
): Promise<HttpRefusal | null> {
  const answer = await askServer('POST', '/api/search/photo', { ...of, image: await base64(file) })
  return answer.ok ? null : answer
}

function base64(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^.*?,/, ''))
    reader.onerror = () => fail(reader.error)
    reader.readAsDataURL(file)
  })
}
