import { createHash } from 'node:crypto'
import type { Id } from '../../shared/kernel/ids.ts'

const remembered = new Map<string, Map<Id, string>>()

/** The node that judges a carrier: the one with the highest hash of both (rendezvous hashing), the same on all nodes. */
export function ownerOf(carrier: Id, nodes: string[]): string {
  if (nodes.length === 1) return nodes[0] as string
  const set = [...nodes].sort().join(' ')
  const owners = remembered.get(set) ?? new Map<Id, string>()
  if (!remembered.has(set)) {
    remembered.clear()
    remembered.set(set, owners)
  }
  const known = owners.get(carrier)
  if (known) return known
  const weight = (node: string) => createHash('sha256').update(`${node} ${carrier}`).digest('hex')
  const owner = nodes.reduce((best, node) => (weight(node) > weight(best) ? node : best))
  owners.set(carrier, owner)
  return owner
}
