import { randomUUID } from 'node:crypto'
import type { FanOut } from '../../ports/fan-out.ts'

/** The embedded store has one owner, so there is nobody to talk to. */
export function loneFanOut(): FanOut {
  const node = randomUUID()
  return {
    node,
    publish() {},
    subscribe: () => () => {},
    nodes: () => [node],
    async close() {},
  }
}
