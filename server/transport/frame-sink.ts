import type { Socket } from 'socket.io'

/** What engine.io has under a socket of socket.io, as far as it is used here; over websockets only. */
interface Wire {
  readyState: string
  transport: {
    writable: boolean
    socket?: { bufferedAmount?: number; _sender?: { sendFrame?: unknown } }
  }
  writeBuffer: { data?: string | Uint8Array }[]
  write(data: string, options: { wsPreEncodedFrame?: Uint8Array[]; compress: boolean }): void
}

const wireOf = (socket: Pick<Socket, 'conn'>) => socket.conn as unknown as Wire

/** Bytes the websocket has not yet handed to the kernel, and those of the packets that wait before it. */
function waitingBytes(socket: Pick<Socket, 'conn'>): number {
  const { transport, writeBuffer } = wireOf(socket)
  return writeBuffer.reduce(
    (sum, { data }) => sum + 1 + (data?.length ?? 0),
    transport.socket?.bufferedAmount ?? 0,
  )
}

/** Bytes waiting on one connection beyond which it is cut off and has to resume. */
const tooSlow = 4 << 20
export const isTooSlow = (socket: Pick<Socket, 'conn'>): boolean => waitingBytes(socket) > tooSlow

/** Whether a frame given now leaves at once: what is asked right before `sendFrame`, so that none is ever dropped unseen. */
export function takesFrame(socket: Pick<Socket, 'conn'>): boolean {
  const { readyState, transport } = wireOf(socket)
  return readyState === 'open' && transport.writable && waitingBytes(socket) === 0
}

/**
 * The same bytes go to many sockets, so the event `frame` is put into its two websocket messages (socket.io's head, its
 * attachment) once, and each connection is handed them as they are: socket.io would encode them for each.
 */
export function sendFrame(socket: Pick<Socket, 'conn' | 'nsp' | 'volatile'>, bytes: Uint8Array): void {
  const wire = wireOf(socket)
  if (typeof wire.transport.socket?._sender?.sendFrame !== 'function') {
    socket.volatile.emit('frame', bytes)
    return
  }
  const { name } = socket.nsp
  const kept = packets.get(bytes)
  const packet = kept?.namespace === name ? kept.packet : packetOf(name, bytes)
  packets.set(bytes, { namespace: name, packet })
  wire.write('', { wsPreEncodedFrame: [packet], compress: false })
}

const packets = new WeakMap<Uint8Array, { namespace: string; packet: Uint8Array }>()

/** engine.io's message (4), socket.io's binary event with one attachment (51-). */
function packetOf(namespace: string, bytes: Uint8Array): Uint8Array {
  const to = namespace === '/' ? '' : `${namespace},`
  const head = Buffer.from(`451-${to}["frame",{"_placeholder":true,"num":0}]`)
  return Buffer.concat([lengthHead(TEXT, head.length), head, lengthHead(BINARY, bytes.length), bytes])
}

const TEXT = 0x81
const BINARY = 0x82

/** Of an unmasked websocket message in one piece (RFC 6455, 5.2). */
function lengthHead(kind: number, length: number): Buffer {
  if (length < 126) return Buffer.from([kind, length])
  if (length < 65_536) return Buffer.from([kind, 126, length >> 8, length & 255])
  const head = Buffer.alloc(10)
  head[0] = kind
  head[1] = 127
  head.writeBigUInt64BE(BigInt(length), 2)
  return head
}
