import * as z from 'zod/mini'
import type { Grant } from '../accounts/types.ts'
import type { Millis } from '../kernel/ids.ts'
import type { LawInForce } from '../law-book/parameters.ts'
import type { EventsEnvelope } from './events.ts'

/** The first message of a connection. `cursor` is how far the client has folded, 0 for nothing. */
export const hello = z.strictObject({
  version: z.int(),
  cursor: z.int().check(z.minimum(0)),
  /** Which fold the cursor belongs to: changes when a viewer's grants changed. Empty at first. */
  epoch: z.string().check(z.maxLength(80)),
})

export interface Welcome {
  ok: true
  /** Server's clock; the client corrects its own by it. */
  now: Millis
  /** Minutes ahead of UTC at this instant (Kazakhstan +300). */
  utcOffset: number
  epoch: string
  purpose: 'rehearsal' | 'live'
  seed: number | null
  /** Names of this viewer only. */
  me:
    | { kind: 'staff'; account: string; name: string; grants: Grant[]; police: boolean }
    | { kind: 'assistant' | 'unit'; id: string; name: string }
  /** The law's parameters that this server reckons with, so that a desk says the same. */
  law: LawInForce
  map: { tilesUrl: string | null; attribution: string | null; pmtiles: boolean }
  /** The client's board does not hold: a phone is given the whole one in `appear`, a desk in `whole`. */
  fresh: boolean
  /** The board of a desk as it was at `events.after` (whole-board.ts). */
  whole?: Uint8Array
  /** The rest since `cursor`, or since `whole`. */
  events: EventsEnvelope
}
