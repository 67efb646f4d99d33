import { randomUUID } from 'node:crypto'
import type { Clock } from '../../ports/clock.ts'
import type { FanOut } from '../../ports/fan-out.ts'
import { ask, type Redis } from './connection.ts'

const beatEvery = 500
const aliveFor = 3000
const nameLength = 36

/**
 * Redis publish/subscribe; every message opens with the sender's name (a UUID). Nodes say twice a second that they are
 * there, and once that they go. `hears` is whether this node's own beat has come back within 3 s.
 */
export async function redisFanOut(
  publisher: Redis,
  /** Of its own: a subscribed connection takes no other commands. Closed with the fan-out. */
  subscriber: Redis,
  prefix: string,
  clock: Clock,
): Promise<FanOut & { hears(): boolean }> {
  const node = randomUUID()
  const name = Buffer.from(node)
  const beats = `${prefix}:nodes`
  const heard = new Map<string, number>([[node, clock.now()]])

  // A beat of the future is from before the clock was set back.
  const lives = (at: number) => Math.abs(clock.now() - at) < aliveFor
  const hears = () => lives(heard.get(node) ?? 0)
  let hearsSince = clock.now()
  // Who hears not even itself knows nothing of the others: they have three seconds from when it hears again.
  const isGone = (other: string) => hears() && !lives(Math.max(heard.get(other) ?? 0, hearsSince))
  // At most once by contract: what cannot be sent now is dropped.
  const send = (channel: string, bytes: Uint8Array) =>
    publisher.publish(channel, Buffer.concat([name, bytes])).catch(() => {})

  await ask(
    subscriber.subscribe(
      beats,
      (message) => {
        const from = message.subarray(0, nameLength).toString()
        if (message.length > nameLength) return void heard.delete(from)
        if (from === node && !hears()) hearsSince = clock.now()
        heard.set(from, clock.now())
      },
      true,
    ),
  )

  let cancel = () => {}
  const beat = () => {
    void send(beats, new Uint8Array())
    for (const other of heard.keys()) if (other !== node && isGone(other)) heard.delete(other)
    cancel = clock.after(beatEvery, beat)
  }
  beat()

  return {
    node,
    publish: (channel, bytes) => void send(`${prefix}:to:${channel}`, bytes),
    subscribe(channel, onMessage) {
      const channelName = `${prefix}:to:${channel}`
      const listener = (message: Buffer) => {
        const from = message.subarray(0, nameLength).toString()
        if (from !== node) onMessage(message.subarray(nameLength), from)
      }
      let wanted = true
      let cancelRetry = () => {}
      const listen = () => {
        subscriber.subscribe(channelName, listener, true).catch(() => {
          if (wanted) cancelRetry = clock.after(beatEvery, listen)
        })
      }
      listen()
      return () => {
        wanted = false
        cancelRetry()
        subscriber.unsubscribe(channelName, listener, true).catch(() => {})
      }
    },
    nodes: () => [...new Set([node, ...heard.keys()])].filter((other) => other === node || !isGone(other)),
    hears,
    async close() {
      cancel()
      await ask(send(beats, Buffer.from('leaves'))).catch(() => {})
      subscriber.destroy()
    },
  }
}
