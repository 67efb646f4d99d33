import { makeByteWriter } from '../../shared/wire/column.ts'
import { decodeFrame } from '../../shared/wire/decode-frame.ts'
import { encodeFrame } from '../../shared/wire/encode-frame.ts'
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
  /** 1 by `no`: shown since the last frame. Looked through in order, as a frame wants it. */
  let fresh = new Uint8Array(1024)
  const heard = new Map<string, number>()
  const writer = makeByteWriter()
  let tick = 0
  let cancel = () => {}

  const run = () => {
    cancel = clock.after(everyMs, run)
    const nos: number[] = []
    for (let no = fresh.indexOf(1); no >= 0; no = fresh.indexOf(1, no + 1)) {
      fresh[no] = 0
      if ((table.at[no] as number) > 0) nos.push(no)
    }
    const header = { tick: ++tick, at: clock.now(), keyframe: false, step: 0, detail: true }
    fanOut.publish(channel, encodeFrame(table, nos, [], header, writer))
  }
  const unsubscribe = fanOut.subscribe(channel, (bytes, from) => {
    heard.set(from, clock.now())
    for (const no of decodeFrame(bytes, table, true)?.changed ?? []) hot.receivedAt[no] = 0
  })
  cancel = clock.after(everyMs, run)

  return {
    note(no) {
      if (no >= fresh.length) {
        const grown = new Uint8Array(2 * (no + 1))
        grown.set(fresh)
        fresh = grown
      }
      fresh[no] = 1
    },
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
