import * as z from 'zod/mini'
import { id, millis, text } from '../kernel/schema.ts'
import { categories, findings, injuries, notices, said } from './types.ts'

const answer = z.enum(said)
const criteria = z.strictObject({
  protected: answer,
  armed: answer,
  group: answer,
  means: answer,
  ground: answer,
  necessary: answer,
  proportionate: answer,
})

/** A row of the written part; `protected` of its criteria follows from the categories. */
const subject = z.strictObject({
  criteria,
  categories: z.array(z.enum(categories)).check(z.minLength(1), z.maxLength(categories.length)),
  injuries: z.enum(injuries),
  firstAid: answer,
})

export const forceReportCommands = {
  /**
   * From the phone of who used force, also late from its outbox; the phone makes the report's id. The duty officer gives
   * it for an `assistant` who says so by radio.
   */
  ReportForce: z.strictObject({ report: id, happenedAt: millis, criteria, assistant: z.optional(id) }),
  /** The written part: by the same person, or by the desk on their behalf. */
  WriteForceReport: z.strictObject({
    report: id,
    happenedAt: millis,
    place: text,
    /** In words, where the board does not know the unit. */
    unit: z.nullable(text),
    words: text,
    witnesses: z.nullable(text),
    policeAt: z.nullable(millis),
    notified: z.array(z.enum(notices)).check(z.minLength(1), z.maxLength(notices.length)),
    subjects: z.array(subject).check(z.minLength(1), z.maxLength(20)),
  }),
  /** The server's own, when the written part is not there in time. */
  MarkReportOverdue: z.strictObject({ report: id }),
  /** The server's own: positions, order and messages around the event, as they stand in the record. */
  FreezeForceMinute: z.strictObject({ report: id }),
  TakeForceReview: z.strictObject({ report: id }),
  RecordProsecutorNotice: z.strictObject({
    report: id,
    number: z
      .string()
      .check(z.trim(), z.minLength(1), z.maxLength(40), z.regex(/^[\p{L}\p{N}][\p{L}\p{N} /.№-]*$/u)),
    /** Noon of the day, or the moment, that the notice bears. */
    on: millis,
  }),
  ReviewForce: z.strictObject({ report: id, finding: z.enum(findings), reason: text }),
  SignForceReview: z.strictObject({ report: id }),
  ReturnForceReview: z.strictObject({ report: id, reason: text }),
}
