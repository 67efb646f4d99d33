import { randomUUID } from 'node:crypto'
import type { Append, Appended } from '../../server/ports/event-log.ts'
import type { Key } from '../../shared/kernel/ids.ts'

/** An append of one fact for each list of keys. */
export function anAppend(keys: Key[][], over: Partial<Append> = {}): Append {
  return {
    commandId: randomUUID(),
    fingerprint: 'a',
    at: 1_790_000_000_000,
    by: { kind: 'staff', id: 'officer-1' },
    facts: keys.map((touched, n) => ({ type: 'Tested', keys: touched, data: { n } })),
    read: { keys: [], at: 0 },
    ...over,
  }
}

export function seqOf(appended: Appended): number {
  if (!appended.ok) throw new Error(`not appended: ${appended.why}`)
  return appended.upTo
}
