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
  /** The server's own: a unit hears that one of its people has left by the law. */
  TellOfLeaver: z.strictObject({ task: id, assistant: id }),
  SeeMessage: z.strictObject({
    message: id,
    who: carrier,
    state: z.enum(['delivered', 'read', 'understood']),
  }),
  OfferHandover: z.strictObject({ region, note: z.optional(text) }),
  SignHandover: z.strictObject({ handover: id }),
}
