import * as z from 'zod/mini'
import { id, millis } from '../kernel/schema.ts'

export const carrier = z.strictObject({ kind: z.enum(['assistant', 'unit']), id })

export const shiftCommands = {
  BookOn: z.strictObject({ who: carrier, to: z.optional(millis) }),
  /** Refused while a task is active; the desk or the unit releases first. */
  BookOff: z.strictObject({ who: carrier }),
  ExtendShift: z.strictObject({ who: carrier, to: millis }),
}
