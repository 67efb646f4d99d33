import { makeByteWriter } from '../../shared/wire/column.ts'
import { decodeFrame, encodeFrame } from '../../shared/wire/frame.ts'
import type { Clock } from '../ports/clock.ts'
import type { FanOut } from '../ports/fan-out.ts'
import type { HotTable } from './hot-table.ts'

const channel = 'fixes'
const everyMs = 1_000

export interface Relay {
  /** This node has shown a newer fix of `no`. */
  note(no: number): void
  /** Milliseconds since the least lately heard of the other nodes spoke. */
  age(): number
  stop(): void
}

/** Nodes tell each other once a second, packed, the newest fixes that came in through them. */
export function startRelay(hot: HotTable, fanOut: FanOut, clock: Clock): Relay {
  const table = hot.live
  const fresh = new Set<number>()
  const heard = new Map<string, number>()
  const writer = makeByteWriter()
  let tick = 0
  let cancel = () => {}

  const run = () => {
    cancel = clock.after(everyMs, run)
    const nos = [...fresh].filter((no) => (table.at[no] as number) > 0).sort((a, b) => a - b)
    fresh.clear()
    const header = { tick: ++tick, at: clock.now(), keyframe: false, step: 0, detail: true }
    fanOut.publish(channel, encodeFrame(table, nos, [], header, writer))
  }
  const unsubscribe = fanOut.subscribe(channel, (bytes, from) => {
    heard.set(from, clock.now())
    for (const no of decodeFrame(bytes, table, true)?.changed ?? []) hot.receivedAt[no] = 0
  })
  cancel = clock.after(everyMs, run)

  return {
    note: (no) => void fresh.add(no),
    age() {
      const others = fanOut.nodes().filter((node) => node !== fanOut.node)
      return clock.now() - Math.min(...others.map((node) => heard.get(node) ?? 0), clock.now())
    },
    stop() {
      cancel()
      unsubscribe()
    },
  }
}
