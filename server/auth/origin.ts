import type { IncomingMessage } from 'node:http'
import { sessionCookie } from './sessions.ts'

/**
 * The origins a browser may come from. Checked before the upgrade, because `cors.origin` does not protect websockets;
 * a missing Origin (a native client) is admitted only without a cookie.
 */
export function allowedOrigins(publicUrl: string | undefined, port: number): Set<string> {
  const own = ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${port}`)
  return new Set(publicUrl ? [new URL(publicUrl).origin, ...own] : own)
}

export function originAllowed(request: IncomingMessage, allowed: Set<string>, secure: boolean): boolean {
  const { origin } = request.headers
  if (origin === undefined) return sessionCookie(request, secure) === undefined
  return allowed.has(origin)
}
