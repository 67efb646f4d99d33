import * as z from 'zod/mini'
import { id, millis, text } from '../kernel/schema.ts'
import { findings, injuries, said } from './types.ts'

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

export const forceReportCommands = {
  /** From the phone of who used force, also late from its outbox; the phone makes the report's id. */
  ReportForce: z.strictObject({ report: id, happenedAt: millis, criteria }),
  /** The written part, by the same person. */
  WriteForceReport: z.strictObject({
    report: id,
    criteria,
    place: text,
    words: text,
    witnesses: z.nullable(text),
    injuries: z.enum(injuries),
    firstAid: answer,
    policeAt: z.nullable(millis),
  }),
  /** The server's own, when the written part is not there in time. */
  MarkReportOverdue: z.strictObject({ report: id }),
  ReviewForce: z.strictObject({ report: id, finding: z.enum(findings), reason: text }),
  SignForceReview: z.strictObject({ report: id }),
  ReturnForceReview: z.strictObject({ report: id, reason: text }),
}
