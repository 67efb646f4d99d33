import { StoreUnavailable } from '../../ports/event-log.ts'
import type { Redis } from './connection.ts'

const needed: Record<string, string> = { appendonly: 'yes', appendfsync: 'always' }

/**
 * Refuses a Redis that answers before its writes are on the disk, or that may throw keys away. Where this account may
 * not ask (CONFIG GET), the operator is told to look.
 */
export async function requireDurable(client: Redis, warn: (sentence: string) => void): Promise<void> {
  let found: Record<string, string>
  try {
    found = await client.configGet(['appendonly', 'appendfsync', 'maxmemory', 'maxmemory-policy'])
  } catch (error) {
    warn(
      `Redis does not say whether it has appendonly yes and appendfsync always: ${(error as Error).message}.`,
    )
    return
  }
  const wrong = Object.keys(needed).filter((name) => found[name] !== needed[name])
  if (wrong.length > 0) {
    const asks = wrong.map((name) => `${name} ${needed[name]} (it has ${found[name]})`).join(' and ')
    throw new StoreUnavailable(
      `Redis must be configured with ${asks}: what it confirms could be lost in a power cut.`,
    )
  }
  if (found.maxmemory !== '0' && found['maxmemory-policy'] !== 'noeviction')
    throw new StoreUnavailable(
      'Redis must be configured with maxmemory-policy noeviction: it would throw records away.',
    )
}
