import type { NodeFigures, SystemState } from '../../shared/system/types.ts'
import type { Clock } from '../ports/clock.ts'
import type { FanOut } from '../ports/fan-out.ts'

/** A node that has not answered by then is shown without figures. */
const patience = 1_000
/** However many desks look, the nodes are asked so often. */
const goodFor = 1_000

export type SystemOfEveryNode = () => Promise<SystemState>

/** Every node counts for itself: whoever looks asks them all, and those who look at once get one answer. */
export function systemOfEveryNode(own: () => NodeFigures, fanOut: FanOut, clock: Clock): SystemOfEveryNode {
  const heard = new Map<string, NodeFigures>()
  let onHeard = () => {}
  let asked: { at: number; state: Promise<SystemState> } | null = null

  fanOut.subscribe('system-wanted', () => fanOut.publish('system', Buffer.from(JSON.stringify(own()))))
  fanOut.subscribe('system', (bytes, from) => {
    heard.set(from, JSON.parse(Buffer.from(bytes).toString()) as NodeFigures)
    onHeard()
  })

  async function ask(): Promise<SystemState> {
    const nodes = fanOut.nodes()
    heard.clear()
    const others = nodes.filter((node) => node !== fanOut.node)
    if (others.length > 0)
      await new Promise<void>((done) => {
        const cancel = clock.after(patience, done)
        onHeard = () => {
          if (!others.every((node) => heard.has(node))) return
          cancel()
          done()
        }
        fanOut.publish('system-wanted', new Uint8Array())
      })
    return {
      at: clock.now(),
      nodes: nodes
        .map((node) => ({
          name: node.slice(0, 4),
          own: node === fanOut.node,
          figures: node === fanOut.node ? own() : (heard.get(node) ?? null),
        }))
        .sort((a, b) => Number(b.own) - Number(a.own) || a.name.localeCompare(b.name)),
    }
  }

  return () => {
    if (!asked || clock.now() - asked.at >= goodFor) asked = { at: clock.now(), state: ask() }
    return asked.state
  }
}
