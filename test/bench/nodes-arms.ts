import { createClient, RESP_TYPES } from 'redis'
import { systemClock } from '../../server/ports/clock.ts'
import { type HotTable, makeHotTable, show } from '../../server/positions/hot-table.ts'
import { startRelay } from '../../server/positions/relay.ts'
import { connect } from '../../server/stores/redis/connection.ts'
import { redisFanOut } from '../../server/stores/redis/fan-out.ts'
import type { Fix } from '../../shared/kernel/fix.ts'

/** One server node of the bench `nodes`: takes fixes, and knows in the end where everybody is, whoever took them. */
export interface ArmNode {
  take(no: number, fix: Fix): void
  /** Where everybody is as far as this node knows. */
  places(): { lat: (no: number) => number; lng: (no: number) => number }
  stop(): Promise<void>
}

export type Arm = 'relay' | 'command' | 'event' | 'none'

/** Each node has connections of its own, as servers have. */
export const arms: Record<Arm, (url: string) => Promise<ArmNode>> = { relay, command, event, none }

/** Ours: the positions lane's hot table, told to the others once a second in one packed frame. */
async function relay(url: string): Promise<ArmNode> {
  const publisher = await connect(url, () => {})
  const fanOut = await redisFanOut(publisher, await connect(url, () => {}), 'bench', systemClock)
  const hot = makeHotTable()
  const told = startRelay(hot, fanOut, systemClock)
  return {
    take(no, fix) {
      show(hot, no, fix, 5)
      told.note(no)
    },
    places: () => tablePlaces(hot.live),
    async stop() {
      told.stop()
      await fanOut.close()
      publisher.destroy()
    },
  }
}

/** Shared state in Redis: a command per fix, packed and pipelined by the client, which every node follows in pages. */
async function command(url: string): Promise<ArmNode> {
  const client = createClient({ url })
  const reader = client.duplicate().withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
  await Promise.all([client.connect(), reader.connect()])
  const hot = makeHotTable()
  let stopped = false
  const follow = async () => {
    for (let id = '$'; !stopped; ) {
      const streams = await reader.xRead({ key: 'fixes', id }, { BLOCK: 500, COUNT: 10_000 })
      const entries = (streams as unknown as Page | null)?.[0]?.messages ?? []
      for (const { message } of entries) takeIn(hot, message.fix)
      id = String(entries.at(-1)?.id ?? id)
    }
  }
  const following = follow().catch(() => {})
  const TRIM = { strategy: 'MAXLEN', strategyModifier: '~', threshold: 100_000 } as const
  return {
    take(no, fix) {
      show(hot, no, fix, 5)
      client.xAdd('fixes', '*', { fix: packed(no, fix) }, { TRIM }).catch(() => {})
    },
    places: () => tablePlaces(hot.live),
    async stop() {
      stopped = true
      await following
      reader.destroy()
      client.destroy()
    },
  }
}

type Page = { messages: { id: Buffer; message: { fix: Buffer } }[] }[]

function packed(no: number, { at, lat, lng, accuracy, heading = -1, speed = -1 }: Fix): Buffer {
  const bytes = Buffer.allocUnsafe(32)
  bytes.writeInt32LE(no, 0)
  bytes.writeInt32LE(Math.round(lat * 1e6), 4)
  bytes.writeInt32LE(Math.round(lng * 1e6), 8)
  bytes.writeFloatLE(accuracy, 12)
  bytes.writeDoubleLE(at, 16)
  bytes.writeFloatLE(heading, 24)
  bytes.writeFloatLE(speed, 28)
  return bytes
}

function takeIn(hot: HotTable, bytes: Buffer): void {
  const no = bytes.readInt32LE(0)
  const at = bytes.readDoubleLE(16)
  if (at < (hot.live.at[no] ?? 0)) return
  const place = { lat: bytes.readInt32LE(4) / 1e6, lng: bytes.readInt32LE(8) / 1e6 }
  const rest = {
    accuracy: bytes.readFloatLE(12),
    heading: bytes.readFloatLE(24),
    speed: bytes.readFloatLE(28),
  }
  show(hot, no, { at, ...place, ...rest }, 5)
}

/** As an adapter does: an event per fix to every other node, which parses and applies it. */
async function event(url: string): Promise<ArmNode> {
  const client = createClient({ url })
  const subscriber = client.duplicate()
  await Promise.all([client.connect(), subscriber.connect()])
  const hot = makeHotTable()
  await subscriber.subscribe('fix', (text) => {
    const { no, ...fix } = JSON.parse(text) as Fix & { no: number }
    if (fix.at >= (hot.live.at[no] ?? 0)) show(hot, no, fix, 5)
  })
  return {
    take(no, fix) {
      show(hot, no, fix, 5)
      client.publish('fix', JSON.stringify({ no, ...fix })).catch(() => {})
    },
    places: () => tablePlaces(hot.live),
    async stop() {
      subscriber.destroy()
      client.destroy()
    },
  }
}

/** What every arm pays: a fix made and shown. */
async function none(): Promise<ArmNode> {
  const hot = makeHotTable()
  return {
    take: (no, fix) => show(hot, no, fix, 5),
    places: () => tablePlaces(hot.live),
    stop: async () => {},
  }
}

const tablePlaces = ({ lat, lng }: { lat: ArrayLike<number>; lng: ArrayLike<number> }) => ({
  lat: (no: number) => lat[no] ?? 0,
  lng: (no: number) => lng[no] ?? 0,
})
