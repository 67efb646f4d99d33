import * as z from 'zod/mini'
import { day, paperNumber } from '../applications/commands.ts'
import { id, label, region } from '../kernel/schema.ts'
import { policeRules } from '../law/eligibility/rule.ts'
import { suspendingEndings } from '../law/endings/all.ts'
import { endingIds } from '../law/endings/rule.ts'
import { skills } from './types.ts'

export const rosterRow = z.strictObject({
  callSign: z.string().check(z.regex(/^[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{1,3}-\d{1,6}$/u)),
  name: label,
  phone: z.optional(z.string().check(z.regex(/^\+7\d{10}$/))),
  region,
  skills: z.array(z.enum(skills)).check(z.maxLength(skills.length)),
  iin: z.optional(z.string().check(z.regex(/^\d{12}$/))),
  birthDate: z.optional(day),
  /** Keyed hash of the IIN, made by the server. */
  person: z.optional(z.string().check(z.maxLength(64), z.regex(/^[\w-]+$/))),
  /** The mark of the police; a list of five columns has none, its people are ACTIVE. */
  status: z.optional(z.enum(['REGISTERED', 'ACTIVE', 'SUSPENDED', 'TERMINATED'])),
  registration: z.optional(z.strictObject({ number: paperNumber, on: day })),
  card: z.optional(z.strictObject({ number: paperNumber, badge: paperNumber })),
  trainedOn: z.optional(day),
})

export const assistantCommands = {
  /** People whose registration stands on paper. At most 500 a command; repeats change nothing. */
  ImportAssistants: z.strictObject({ rows: z.array(rosterRow).check(z.minLength(1), z.maxLength(500)) }),
  SuspendAssistant: z.strictObject({
    assistant: id,
    reason: z.enum(['check', 'conduct', 'report', ...suspendingEndings]),
  }),
  ReinstateAssistant: z.strictObject({ assistant: id }),
  EndAssistant: z.strictObject({
    assistant: id,
    reason: z.enum(endingIds),
    /** The number of the document that T2 and T8 ask for. */
    document: z.optional(paperNumber),
  }),
  RecordRecheck: z.strictObject({
    assistant: id,
    rule: z.enum(policeRules),
    result: z.enum(['CLEAR', 'NOT_CLEAR']),
  }),
  RecordTraining: z.strictObject({ assistant: id, on: day }),
  PermitRegion: z.strictObject({ assistant: id, region, document: paperNumber, from: day, until: day }),
  RevokePermit: z.strictObject({ assistant: id, document: paperNumber }),
  /** The route gives it that has put the portrait into the vault. */
  SetAssistantPhoto: z.strictObject({ assistant: id, photo: z.nullable(id) }),
  /** Only the server's own enrolment issues it, after the one-time code was taken. */
  EnrolDevice: z.strictObject({
    device: id,
    holder: z.strictObject({ kind: z.enum(['assistant', 'unit']), id }),
    via: z.enum(['phone', 'tracker']),
  }),
  RevokeDevice: z.strictObject({ device: id }),
}
