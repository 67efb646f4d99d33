import type { IncomingMessage, ServerResponse } from 'node:http'

/** A refusal of the request itself, as everything over HTTP says it. */
export interface HttpRefused {
  status: number
  code: string
}

export const isHttpRefused = (value: unknown): value is HttpRefused =>
  typeof value === 'object' && value !== null && 'status' in value && 'code' in value

const badRequest: HttpRefused = { status: 400, code: 'http.bad-request' }
const tooLarge: HttpRefused = { status: 413, code: 'http.too-large' }

/** Of the content type, without its parameters; empty where nothing is sent. */
export function mediaType({ headers }: IncomingMessage): string {
  const isSent = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
  return isSent ? ((headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '') : ''
}

/** The body as UTF-8, of at most `most` bytes; what is beyond is read no further than to be thrown away. */
export function bodyOf(request: IncomingMessage, most: number): Promise<string | HttpRefused> {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') return Promise.resolve({ status: 415, code: 'http.bad-request' })
  return new Promise((done) => {
    const chunks: Buffer[] = []
    let length = 0
    const refuse = (refused: HttpRefused) => {
      chunks.length = 0
      request.removeAllListeners('data').resume()
      done(refused)
    }
    if (Number(request.headers['content-length'] ?? 0) > most) return refuse(tooLarge)
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > most) refuse(tooLarge)
      else chunks.push(chunk)
    })
    request.once('end', () =>
      done((chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString()),
    )
    request.once('error', () => refuse(badRequest))
  })
}

/** An object or a list; anything else is no body. */
export function jsonOf(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text.trim() === '' ? {} : badRequest
  try {
    return JSON.parse(text)
  } catch {
    return badRequest
  }
}

/** `headers` are those of every answer. Positions and tokens are in no cache. */
export function answer(
  response: ServerResponse,
  headers: Record<string, string>,
  status: number,
  body: unknown,
): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    ...headers,
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  })
  response.end(text)
}

/** Where a request comes from, behind as many proxies as are trusted to say so; as express has it. */
export function addressOf({ socket, headers }: IncomingMessage, proxies: number): string {
  const told = proxies > 0 ? String(headers['x-forwarded-for'] ?? '').split(',') : []
  const hops = [socket.remoteAddress ?? '', ...told.map((hop) => hop.trim()).reverse()]
  const known = hops.filter((hop, n) => n === 0 || hop !== '')
  return known[Math.min(proxies, known.length - 1)] as string
}
