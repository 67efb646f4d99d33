import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FanOut } from '../../../server/ports/fan-out.ts'
import { tracksOfEveryNode } from '../../../server/positions/every-node.ts'
import { openTracks } from '../../../server/stores/embedded/tracks.ts'
import { virtualClock } from '../../kit/virtual-clock.ts'

/** Nodes that hear each other at once. */
function bus() {
  const listeners: { node: string; channel: string; hear: (bytes: Uint8Array, from: string) => void }[] = []
  const nodes: string[] = []
  return (node: string): FanOut => {
    nodes.push(node)
    return {
      node,
      nodes: () => [...nodes],
      publish(channel, bytes) {
        for (const listener of listeners)
          if (listener.node !== node && listener.channel === channel) listener.hear(bytes, node)
      },
      subscribe(channel, hear) {
        listeners.push({ node, channel, hear })
        return () => {}
      },
      async close() {},
    }
  }
}

test('NODE-11 a node that cannot read its tracks answers with none, and lives', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'serik-tracks-'))
  const clock = virtualClock(0)
  const joins = bus()
  const open = (name: string) => openTracks(join(folder, name), clock, () => {})
  const own = open('own.db')
  const closed = open('closed.db')
  await closed.close()
  const read = tracksOfEveryNode(own, joins('own'), clock)
  tracksOfEveryNode(closed, joins('other'), clock)
  own.append('a', 10, 43.2, 76.9, 5, Number.NaN)
  // The clock stands still: without an answer this would wait for ever.
  expect(await read('a', 0, 100)).toHaveLength(1)
  await own.close()
  rmSync(folder, { recursive: true })
})
