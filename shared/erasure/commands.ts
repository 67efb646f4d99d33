import * as z from 'zod/mini'
import { id } from '../kernel/schema.ts'

const count = z.int().check(z.minimum(0))

export const erasureCommands = {
  /** The registrar's written request reached the register. */
  AskErasure: z.strictObject({ person: id }),
  /** By an administrator who is not the one who asked: the person's key is forgotten, backups included. */
  CarryOutErasure: z.strictObject({ erasure: id }),
  RefuseErasure: z.strictObject({ erasure: id }),
  /** The server's own, when the term of a file has run out. */
  EraseByTerm: z.strictObject({ person: id }),
  /** The server's own, before tracks are deleted: what they were can be proved, and no longer read. */
  SealTracks: z.strictObject({ before: z.int(), points: count, digest: z.string() }),
  /** The server's own: what one run of the retention has deleted. */
  RecordRetention: z.strictObject({
    tracks: count,
    files: count,
    sessions: count,
    codes: count,
    reasons: count,
  }),
}
