import * as z from 'zod/mini'
import { id, region, text } from '../kernel/schema.ts'
import { carrier } from '../shifts/commands.ts'

export const messageCommands = {
  SendMessage: z.strictObject({
    kind: z.enum(['text', 'roll-call']),
    operation: id,
    /** Null: everybody who is in the operation. */
    task: z.nullable(id),
    text: z.optional(text),
  }),
  SeeMessage: z.strictObject({
    message: id,
    who: carrier,
    state: z.enum(['delivered', 'read', 'understood']),
  }),
  OfferHandover: z.strictObject({ region, note: z.optional(text) }),
  SignHandover: z.strictObject({ handover: id }),
}
