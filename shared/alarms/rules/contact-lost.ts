import type { Millis } from '../../kernel/ids.ts'
import { ageingFor, ageOf, lostAfter, lostAt } from '../../positions/age.ts'
import type { WatchRule } from './rule.ts'

/** Milliseconds: a node that hears the other nodes' fixes later than this cannot tell silence from its own deafness. */
const relayTooOld = 3_000

/** Somebody at work whose device has fallen silent. Who never had a fix cannot be lost. */
export const contactLost: WatchRule<{
  /** Time of the newest fix, server's clock; 0 = never. */
  at: Millis
  /** Seconds between fixes, as the device announced. */
  interval: number
  /** Age of what this node heard last from the others; 0 when it is alone. */
  relayAge: Millis
  now: Millis
}> = {
  kind: 'contact-lost',
  delaySeconds: lostAfter(0) / 1000,
  deadBand: { seconds: (lostAfter(0) - ageingFor) / 1000 },
  judge({ at, interval, relayAge, now }) {
    const age = ageOf(at, now)
    if (age === 'none' || relayAge > relayTooOld) return null
    if (age !== 'stale') return 'clear'
    return now >= lostAt(at, interval) ? { raise: { since: at } } : null
  },
}
