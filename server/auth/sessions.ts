import type { IncomingMessage } from 'node:http'
import { deviceViewer, staffViewer, type Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Gateway } from '../../shared/gateways/types.ts'
import type { Clock } from '../ports/clock.ts'
import type { Session, SessionStore } from '../ports/secrets.ts'
import { hashOf, newToken } from './tokens.ts'

/** A staff session lasts a shift; one without an open desk ends earlier. Devices and gateways are trusted until revoked. */
export const staffSession = { absolute: 12 * 3_600_000, idle: 60 * 60_000 }
/** An open desk says so this often: an officer who only watches is not idle. */
const sayOpenEvery = 5 * 60_000
const longestTimer = 2 ** 31 - 1
const deviceSession = 400 * 24 * 3_600_000

export interface Identity {
  viewer: Viewer
  session: Session
}

export interface Sessions {
  open(kind: Session['kind'], holder: string, device?: string): Promise<string>
  /** The viewer behind a token, with its rights as they are now; null for unknown, ended, closed or revoked. */
  identify(token: string | undefined, kind: 'staff' | 'device'): Promise<Identity | null>
  /** The open gateway behind a token. It is no viewer: it gives no command and sees nothing of the log. */
  gateway(token: string | undefined): Promise<{ gateway: Gateway; session: Session } | null>
  close(token: string): Promise<void>
  /** Whether the rights of a viewer that was identified earlier are still the same. */
  stands(viewer: Viewer): boolean
  /** While a connection is open: keeps its session from being idle, calls `ended` when its time is over. */
  watch(session: Session, ended: () => void): () => void
}

export function makeSessions(store: SessionStore, board: Board, clock: Clock): Sessions {
  async function find(token: string | undefined, kind: Session['kind']): Promise<Session | null> {
    if (!token || token.length > 100) return null
    const session = await store.byToken(hashOf(token))
    return session && session.kind === kind && session.expiresAt > clock.now() ? session : null
  }

  return {
    async open(kind, holder, device) {
      const token = newToken()
      const now = clock.now()
      const lasts = kind === 'staff' ? staffSession.absolute : deviceSession
      await store.put({
        tokenHash: hashOf(token),
        kind,
        holder,
        ...(device ? { device } : {}),
        createdAt: now,
        expiresAt: now + lasts,
        usedAt: now,
      })
      return token
    },
    async identify(token, kind) {
      const session = await find(token, kind)
      if (!session) return null
      const now = clock.now()
      if (kind === 'staff' && session.usedAt + staffSession.idle <= now) return null
      const viewer =
        kind === 'staff' ? staffViewer(board, session.holder) : deviceViewer(board, session.device ?? '')
      if (!viewer) return null
      // Phones have no idle end: when all come back at once the disk is left alone. A full one must keep nobody out.
      if (kind === 'staff' && now - session.usedAt > 60_000)
        await store.touch(session.tokenHash, now).catch(() => {})
      return { viewer, session }
    },
    async gateway(token) {
      const session = await find(token, 'gateway')
      const gateway = board.gateway.get(session?.holder ?? '')
      return session && gateway?.open ? { gateway, session } : null
    },
    close: (token) => store.remove(hashOf(token)),
    stands(viewer) {
      const now =
        viewer.kind === 'staff' ? staffViewer(board, viewer.account) : deviceViewer(board, viewer.device)
      return JSON.stringify(now) === JSON.stringify(viewer)
    },
    watch(session, ended) {
      const { kind, tokenHash, expiresAt } = session
      let cancel = () => {}
      const look = () => {
        const left = expiresAt - clock.now()
        if (left <= 0) return ended()
        if (kind === 'staff') store.touch(tokenHash, clock.now()).catch(() => {})
        cancel = clock.after(Math.min(left, kind === 'staff' ? sayOpenEvery : longestTimer), look)
      }
      look()
      return () => cancel()
    },
  }
}

/** `__Host-` binds the cookie to this host over TLS; plain http (localhost) cannot carry it. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-sid' : 'sid')

export function sessionCookie(request: IncomingMessage, secure: boolean): string | undefined {
  const wanted = `${cookieName(secure)}=`
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const pair = part.trim()
    if (pair.startsWith(wanted)) return pair.slice(wanted.length)
  }
  return undefined
}
