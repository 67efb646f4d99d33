import * as z from 'zod/mini'
import { id, label, region } from '../kernel/schema.ts'
import { skills } from './types.ts'

export const rosterRow = z.strictObject({
  callSign: z.string().check(z.regex(/^[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{1,3}-\d{1,6}$/u)),
  name: label,
  phone: z.optional(z.string().check(z.regex(/^\+7\d{10}$/))),
  region,
  skills: z.array(z.enum(skills)).check(z.maxLength(skills.length)),
})

export const assistantCommands = {
  /** Straight to ACTIVE: people whose registration stands on paper. At most 500 a command; repeats change nothing. */
  ImportAssistants: z.strictObject({ rows: z.array(rosterRow).check(z.minLength(1), z.maxLength(500)) }),
  SuspendAssistant: z.strictObject({
    assistant: id,
    reason: z.enum(['check', 'conduct', 'prosecution', 'report']),
  }),
  ReinstateAssistant: z.strictObject({ assistant: id }),
  EndAssistant: z.strictObject({
    assistant: id,
    reason: z.enum(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10']),
  }),
  /** Only the server's own enrolment issues it, after the one-time code was taken. */
  EnrolDevice: z.strictObject({
    device: id,
    holder: z.strictObject({ kind: z.enum(['assistant', 'unit']), id }),
    via: z.enum(['phone', 'tracker']),
  }),
  RevokeDevice: z.strictObject({ device: id }),
}
