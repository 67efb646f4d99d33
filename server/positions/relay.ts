import { makeByteWriter } from '../../shared/wire/column.ts'
import { decodeFrame } from '../../shared/wire/decode-frame.ts'
import { encodeFrame } from '../../shared/wire/encode-frame.ts'
import type { Clock } from '../ports/clock.ts'
import type { FanOut } from '../ports/fan-out.ts'
import type { HotTable } from './hot-table.ts'
import { startTicks } from './ticks.ts'

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
  /** A bit by `no`: shown since the last frame. */
  let fresh = new Uint32Array(1024)
  let told = new Uint32Array(1024)
  const heard = new Map<string, number>()
  const writer = makeByteWriter()
  let tick = 0

  const run = () => {
    const many = takeFresh()
    const header = { tick: ++tick, at: clock.now(), keyframe: false, step: 0, detail: true }
    fanOut.publish(channel, encodeFrame(table, told.subarray(0, many), [], header, writer))
  }
  /** Moves them to `told`, in order, and says how many. */
  function takeFresh(): number {
    let many = 0
    for (let word = 0; word < fresh.length; word++) {
      let bits = fresh[word] as number
      if (bits === 0) continue
      fresh[word] = 0
      for (; bits !== 0; bits &= bits - 1) {
        const no = 32 * word + 31 - Math.clz32(bits & -bits)
        if ((table.at[no] as number) === 0) continue
        if (many === told.length) told = grown(told, 2 * many)
        told[many++] = no
      }
    }
    return many
  }
  const unsubscribe = fanOut.subscribe(channel, (bytes, from) => {
    heard.set(from, clock.now())
    const changed = decodeFrame(bytes, table, true)?.changed ?? []
    for (let i = 0; i < changed.length; i++) hot.receivedAt[changed[i] as number] = 0
  })
  const ticks = startTicks(clock, everyMs, run)

  return {
    note(no) {
      const word = no >>> 5
      if (word >= fresh.length) fresh = grown(fresh, 2 * (word + 1))
      fresh[word] = (fresh[word] as number) | (1 << (no & 31))
    },
    age() {
      const others = fanOut.nodes().filter((node) => node !== fanOut.node)
      return clock.now() - Math.min(...others.map((node) => heard.get(node) ?? 0), clock.now())
    },
    stop() {
      ticks.stop()
      unsubscribe()
    },
  }
}

function grown(old: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(size)
  made.set(old)
  return made
}
