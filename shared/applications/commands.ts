import * as z from 'zod/mini'
import { id, label, millis, region, text } from '../kernel/schema.ts'
import { isDay } from '../law/day.ts'
import { policeRules } from '../law/eligibility/rule.ts'
import { documentKinds, mostFiles } from './types.ts'

export const day = z.string().check(z.maxLength(10), z.refine(isDay))
/** A number as an office writes it: 14-0412/26. */
export const paperNumber = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(30), z.regex(/^[\p{L}\d][\p{L}\d ./№-]*$/u))

/** What an applicant fills in; the page and the route read the same. */
export const applicant = z.strictObject({
  name: label,
  iin: z.string().check(z.maxLength(12)),
  birthDate: day,
  citizen: z.boolean(),
  phone: z.string().check(z.regex(/^\+7(70\d|747|77\d)\d{7}$/)),
  region,
  idUntil: day,
  insurance: z.boolean(),
  consent: z.boolean(),
})

export const applicationCommands = {
  /** Only the server gives it, for the public page, after it has put the files into the vault. */
  SubmitApplication: z.strictObject({
    ...applicant.shape,
    /** Keyed hash of the IIN. */
    person: z.string().check(z.minLength(20), z.maxLength(64), z.regex(/^[\w-]+$/)),
    /** Keyed hash of the secret that the applicant follows the file with. */
    followUp: z.optional(z.string().check(z.maxLength(64), z.regex(/^[\w-]+$/))),
    documents: z.array(z.strictObject({ id, kind: z.enum(documentKinds) })).check(z.maxLength(mostFiles)),
  }),
  RecordPoliceCheck: z.strictObject({
    application: id,
    rule: z.enum(policeRules),
    result: z.enum(['CLEAR', 'NOT_CLEAR']),
  }),
  ForwardApplication: z.strictObject({ application: id }),
  RefuseApplication: z.strictObject({ application: id, reason: text }),
  WithdrawApplication: z.strictObject({ application: id }),
  ReturnApplication: z.strictObject({ application: id, reason: text }),
  MarkOverdue: z.strictObject({ application: id, dueAt: millis }),
  RegisterApplicant: z.strictObject({ application: id, number: paperNumber, on: day }),
  /** Once more for who is ACTIVE already: in the place of an older card. */
  IssueCard: z.strictObject({
    application: id,
    number: paperNumber,
    badge: paperNumber,
    /** The day of the legal training at the police station. */
    trainedOn: day,
    /** The card's last day, where it names one. */
    until: z.optional(day),
  }),
  ReturnCard: z.strictObject({ application: id }),
}
