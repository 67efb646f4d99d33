import type { Namespace } from 'socket.io'
import { registryEnded } from '../../shared/assistants/registry.ts'
import { coversRegion } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Gateway } from '../../shared/gateways/types.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { afterMessage, noClockOffset } from '../../shared/positions/clock-offset.ts'
import { type GatewayWelcome, gatewayHello, mostBatchBytes } from '../../shared/wire/gateway.ts'
import { wireVersion } from '../../shared/wire/version.ts'
import type { App } from '../app.ts'
import { limits, take } from '../auth/limits.ts'
import { batchReader } from '../gateways/read-batch.ts'
import { untoldInterval } from '../gateways/trackers.ts'
import type { Session } from '../ports/secrets.ts'
import { admit, type Connection, end, hearer, tokenOf } from './admit.ts'

/** Connections of one gateway; the oldest goes. */
const mostConnections = 4

/** Systems that carry the positions of many: each tells of the carriers in its regions, and is told nothing but who they are. */
export function serveGateways(app: App, namespace: Namespace): void {
  const read = batchReader()
  const open = new Map<Connection, Id>()
  app.live.onEvents((events) => {
    for (const { type, data } of events)
      if (type === 'GatewayClosed')
        for (const [socket, gateway] of open)
          if (gateway === (data as { gateway: Id }).gateway) end(socket, 'device-revoked')
  })
  admit(namespace, {
    identify: (socket) => app.sessions.gateway(tokenOf(socket)),
    keyOf: ({ gateway }) => gateway.id,
    most: mostConnections,
    enter(socket, { gateway, session }) {
      open.set(socket, gateway.id)
      socket.on('disconnect', () => open.delete(socket))
      takeMessagesOf(socket, mostBatchBytes)
      greet(app, socket, gateway, session, read)
    },
  })
}

function greet(
  app: App,
  socket: Connection,
  gateway: Gateway,
  session: Session,
  read: ReturnType<typeof batchReader>,
): void {
  const { board } = app.live
  const covers = coverage(board, gateway)
  let clockOffset = noClockOffset
  let greeted = false
  const unwatch = app.sessions.watch(session, () => end(socket, 'session-ended'))
  socket.on('disconnect', unwatch)
  const hear = hearer(app, socket, () => greeted)

  hear('hello', async (body) => {
    const parsed = gatewayHello.safeParse(body)
    if (!parsed.success) return { ok: false, code: 'wire.invalid' }
    if (parsed.data.version !== wireVersion) {
      setImmediate(() => end(socket, 'wire-version'))
      return { ok: false, code: 'wire.version' }
    }
    const wait = await take(limits.greetings, gateway.id)
    if (wait > 0) return { ok: false, code: 'rate.limited', params: { seconds: wait } }
    // It may have been closed between the handshake and now.
    if (!board.gateway.get(gateway.id)?.open) {
      end(socket, 'device-revoked')
      return { ok: false, code: 'sign-in.needed' }
    }
    greeted = true
    return { ok: true, carriers: carriersOf(board, covers) } satisfies GatewayWelcome
  })

  hear('batch', async (body) => {
    const wait = await take(limits.batches, gateway.id)
    if (wait > 0) return { ok: false, code: 'rate.limited', params: { seconds: wait } }
    const batch = read(body)
    if (typeof batch === 'string') return { ok: false, code: batch }
    clockOffset = afterMessage(clockOffset, batch.at, app.clock.now())
    const told = { offset: clockOffset.offset, interval: untoldInterval }
    return app.positions.reportMany(batch.table, batch.changed, told, covers)
  })
}

/** Whether a carrier is of the gateway's regions. Nobody's region changes, so each is looked up once. */
function coverage(board: Board, { regions }: Gateway): (no: number) => boolean {
  const UNKNOWN = 0
  const YES = 1
  const NO = 2
  let known = new Uint8Array(0)
  return (no) => {
    const carrier = board.byNo[no]
    if (!carrier) return false
    if (no >= known.length) {
      const grown = new Uint8Array(Math.max(1024, 2 * board.byNo.length))
      grown.set(known)
      known = grown
    }
    if (known[no] === UNKNOWN) {
      const region = board[carrier.kind].get(carrier.id)?.region ?? ''
      known[no] = regions.some((prefix) => coversRegion(prefix, region)) ? YES : NO
    }
    return known[no] === YES
  }
}

function carriersOf(board: Board, covers: (no: number) => boolean): GatewayWelcome['carriers'] {
  const carriers: GatewayWelcome['carriers'] = []
  for (let no = 0; no < board.byNo.length; no++) {
    const carrier = board.byNo[no]
    if (!carrier || !covers(no)) continue
    const { kind, id } = carrier
    if (kind === 'unit' ? !board.unit.get(id)?.open : ended(board, id)) continue
    carriers.push({ no, kind, id, callSign: board[kind].get(id)?.callSign ?? '' })
  }
  return carriers
}

function ended(board: Board, assistant: Id): boolean {
  const status = board.assistant.get(assistant)?.status
  return status === undefined || registryEnded.has(status)
}

/**
 * What a phone may send is small, and holds for every connection until its token has been seen: only then a gateway's may
 * be larger. Without such a receiver under it the small limit stays, and a larger batch ends the connection.
 */
function takeMessagesOf(socket: Connection, bytes: number): void {
  const { transport } = socket.conn as unknown as {
    transport: { socket?: { _receiver?: { _maxPayload?: number } } }
  }
  const receiver = transport.socket?._receiver
  if (typeof receiver?._maxPayload === 'number') receiver._maxPayload = bytes
}
