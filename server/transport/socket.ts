import type { Server as HttpServer } from 'node:http'
import { type Namespace, Server } from 'socket.io'
import type { Viewer } from '../../shared/auth/viewer.ts'
import { commandEnvelope } from '../../shared/board/commands.ts'
import { afterMessage, noClockOffset } from '../../shared/positions/clock-offset.ts'
import { fixes as fixesSchema } from '../../shared/wire/fixes.ts'
import { hello as helloSchema, type Welcome } from '../../shared/wire/hello.ts'
import { wireVersion } from '../../shared/wire/version.ts'
import { view as viewSchema } from '../../shared/wire/view.ts'
import type { App } from '../app.ts'
import { limits, take } from '../auth/limits.ts'
import { allowedOrigins, originAllowed } from '../auth/origin.ts'
import { type Identity, sessionCookie } from '../auth/sessions.ts'
import type { FrameSink } from '../positions/positions.ts'
import { answerRead } from '../reads/answer-read.ts'
import { admit, type Connection, end, hearer, tokenOf } from './admit.ts'
import { isTooSlow, sendFrame, takesFrame } from './frame-sink.ts'
import { serveGateways } from './gateway-socket.ts'
import { giveCommand } from './give-command.ts'
import type { Listener } from './push.ts'
import { welcomeOf } from './welcome.ts'

/** A phone follows its own team, wherever it is. */
const wholeWorld = { south: -90, west: -180, north: 90, east: 180, zoom: 18 }

/** Connections of one account or device; the oldest goes. */
const mostConnections = { staff: 5, device: 2 }

/** socket.io over websockets only; without the recovery that re-admits revoked users. */
export function serveSockets(app: App, http: HttpServer, secure: boolean): Server {
  let origins = new Set<string>()
  http.once('listening', () => {
    const address = http.address()
    const port = typeof address === 'object' && address ? address.port : app.config.PORT
    origins = allowedOrigins(app.config.PUBLIC_URL, port)
  })
  const io = new Server(http, {
    transports: ['websocket'],
    maxHttpBufferSize: 64 * 1024,
    perMessageDeflate: false,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 5_000,
    serveClient: false,
    allowRequest: (request, decide) => {
      const allowed = originAllowed(request, origins, secure)
      decide(allowed ? null : 'origin', allowed)
    },
  })
  admitViewers(app, io.of('/'), 'staff', (socket) => sessionCookie(socket.request, secure))
  admitViewers(app, io.of('/field'), 'device', tokenOf)
  serveGateways(app, io.of('/gateway'))
  return io
}

function admitViewers(
  app: App,
  namespace: Namespace,
  kind: 'staff' | 'device',
  token: (socket: Connection) => string | undefined,
): void {
  admit<Identity>(namespace, {
    identify: (socket) => app.sessions.identify(token(socket), kind),
    keyOf: ({ session }) => session.device ?? session.holder,
    most: mostConnections[kind],
    enter: (socket, identity) => greet(app, socket, identity),
  })
}

function greet(app: App, socket: Connection, { viewer, session }: Identity): void {
  const who = session.device ?? session.holder
  const listener: Listener = {
    viewer,
    events(envelope) {
      if (isTooSlow(socket)) end(socket, 'too-slow')
      else socket.emit('events', envelope)
    },
    close: (reason) => end(socket, reason),
  }
  const sink: FrameSink = {
    audience: '',
    viewer,
    view: viewer.kind === 'staff' ? null : wholeWorld,
    writable: () => takesFrame(socket),
    send: (bytes) => sendFrame(socket, bytes),
  }
  const unwatch = app.sessions.watch(session, () => end(socket, 'session-ended'))
  let leave: (() => void) | null = null
  let clockOffset = noClockOffset
  socket.on('disconnect', () => {
    unwatch()
    app.push.leave(listener)
    leave?.()
  })

  const hear = hearer(app, socket, () => leave !== null)
  hear('hello', async (body) => {
    const parsed = helloSchema.safeParse(body)
    if (!parsed.success) return { ok: false, code: 'wire.invalid' }
    if (parsed.data.version !== wireVersion) {
      setImmediate(() => end(socket, 'wire-version'))
      return { ok: false, code: 'wire.version' }
    }
    const wait = await take(limits.greetings, who)
    if (wait > 0) return { ok: false, code: 'rate.limited', params: { seconds: wait } }
    const head = await welcomeOf(app, viewer)
    // Who has gone meanwhile will not say so again.
    if (!socket.connected) return { ok: false, code: 'sign-in.needed' }
    // Whoever lost rights since the handshake was not yet among those whom a change of rights cuts off.
    if (!app.sessions.stands(viewer)) {
      end(socket, viewer.kind === 'staff' ? 'grants-changed' : 'device-revoked')
      return { ok: false, code: 'sign-in.needed' }
    }
    app.push.leave(listener)
    const joined = app.push.join(listener, parsed.data.cursor, parsed.data.epoch)
    sink.audience = joined.epoch
    leave ??= app.positions.connect(sink)
    return { ...head, ...joined } satisfies Welcome
  })

  hear('command', async (body) => {
    const parsed = commandEnvelope.safeParse(body)
    if (!parsed.success) return { ok: false, code: 'command.invalid', params: { where: 'envelope' } }
    return giveCommand(app, viewer as Viewer, who, parsed.data)
  })

  hear('read', async (body) => {
    const wait = await take(limits.reads, who)
    if (wait > 0) return { ok: false, code: 'rate.limited', params: { seconds: wait } }
    return answerRead(app.reads, viewer, readSession, body)
  })
  const readSession = { named: new Set<string>(), texts: new Set<string>() }

  hear('view', async (body) => {
    const parsed = viewSchema.safeParse(body)
    if (!parsed.success) return { ok: false, code: 'wire.invalid' }
    // A phone asks for a keyframe so; what it sees is its own team.
    sink.view = viewer.kind === 'staff' ? parsed.data : { ...wholeWorld }
    return { ok: true }
  })

  hear('fixes', async (body) => {
    const parsed = fixesSchema.safeParse(body)
    if (!parsed.success || viewer.kind === 'staff') return { ok: false, code: 'fixes.invalid' }
    if ((await take(limits.fixes, who)) > 0) return { ok: false, code: 'rate.limited' }
    const { sentAt, interval, fixes } = parsed.data
    if ((await take(limits.fixesTold, who, fixes.length)) > 0) return { ok: false, code: 'rate.limited' }
    clockOffset = afterMessage(clockOffset, sentAt, app.clock.now())
    const { offset } = clockOffset
    return app.positions.report(viewer, fixes, { offset, interval })
  })
}

/** Cuts the connections of one signed-out session on this node. */
export function endSession(io: Server, tokenHash: string): void {
  for (const socket of io.of('/').sockets.values()) {
    const { session } = socket.data.who as Identity
    if (session.tokenHash === tokenHash) end(socket as unknown as Connection, 'session-ended')
  }
}
