import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { FanOut } from '../ports/fan-out.ts'
import type { TrackPoint, TrackStore } from '../ports/track-store.ts'

const question = z.object({ id: z.string(), carrier: z.string(), from: z.number(), to: z.number() })
const answer = z.object({
  id: z.string(),
  points: z.array(
    z.object({
      at: z.number(),
      lat: z.number(),
      lng: z.number(),
      accuracy: z.number(),
      speed: z.optional(z.number()),
    }),
  ),
})

/** A node that has not answered by then is answered for by nobody: its part of the track is missing. */
const patience = 1_500

export type ReadTrack = (carrier: Id, from: Millis, to: Millis) => Promise<TrackPoint[]>

/** A carrier's fixes lie where its phone was connected: a read asks every node and joins what they have. */
export function tracksOfEveryNode(own: TrackStore, fanOut: FanOut, clock: Clock): ReadTrack {
  const waiting = new Map<string, (node: string, points: TrackPoint[]) => void>()
  const say = (channel: string, message: unknown) =>
    fanOut.publish(channel, Buffer.from(JSON.stringify(message)))
  const parse = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString()) as unknown

  fanOut.subscribe('track-wanted', (bytes) => {
    const { id, carrier, from, to } = question.parse(parse(bytes))
    const nothing = () => []
    void own
      .read(carrier, from, to)
      .catch(nothing)
      .then((points) => say('track', { id, points }))
  })
  fanOut.subscribe('track', (bytes, from) => {
    const { id, points } = answer.parse(parse(bytes))
    waiting.get(id)?.(from, points as TrackPoint[])
  })

  return async (carrier, from, to) => {
    const missing = new Set(fanOut.nodes().filter((node) => node !== fanOut.node))
    const parts = [own.read(carrier, from, to)]
    if (missing.size > 0) parts.push(ask(carrier, from, to, missing))
    const byTime = new Map<Millis, TrackPoint>()
    for (const points of await Promise.all(parts)) for (const point of points) byTime.set(point.at, point)
    return [...byTime.values()].sort((a, b) => a.at - b.at)
  }

  function ask(carrier: Id, from: Millis, to: Millis, missing: Set<string>): Promise<TrackPoint[]> {
    const id = randomUUID()
    const found: TrackPoint[] = []
    return new Promise((done) => {
      const finish = () => {
        cancel()
        waiting.delete(id)
        done(found)
      }
      const cancel = clock.after(patience, finish)
      waiting.set(id, (node, points) => {
        missing.delete(node)
        found.push(...points)
        if (missing.size === 0) finish()
      })
      say('track-wanted', { id, carrier, from, to })
    })
  }
}
