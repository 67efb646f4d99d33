import * as z from 'zod/mini'
import { id, label, latLng, millis, text } from '../../kernel/schema.ts'
import { closingItems } from './case-types.ts'
import { questionnaire, sectionNames } from './questionnaire.ts'
import { factorNames } from './urgency.ts'

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
/** Names a picture that came over HTTP; no other row of the vault can be named so. */
export const photo = z.strictObject({
  id: z.string().check(z.regex(/^photo-[0-9a-f]{40}$/)),
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
const points = z.int().check(z.minimum(0), z.maximum(3))
const urgencyAnswers = z.strictObject(
  Object.fromEntries(factorNames.map((factor) => [factor, points])) as Record<
    (typeof factorNames)[number],
    typeof points
  >,
)
const questions = Object.values(questionnaire).flat() as [string, ...string[]]

export const caseCommands = {
  /** The police's registration of the disappearance: a search acts only after it. Given again, it corrects. */
  RegisterStatement: z.strictObject({
    operation: id,
    statement: z.strictObject({ number: label, day, by: label }),
  }),
  /** Teams may go before the statement is registered; the duty officer answers for it with a reason. */
  AllowHasty: z.strictObject({ operation: id, reason: text }),
  DescribeSubject: z.strictObject({ operation: id, text, minor: z.optional(z.boolean()) }),
  /** The picture came over HTTP and lies in the vault. */
  SetSubjectPhoto: z.strictObject({ operation: id, photo: z.nullable(photo) }),
  /** The IPP is set once and never moves; the LKP may: with who says so and when the subject was there. */
  SetSearchPoint: z.strictObject({
    operation: id,
    point: z.enum(['ipp', 'lkp']),
    at: latLng,
    source: z.optional(label),
    seenAt: z.optional(millis),
  }),
  ScoreUrgency: z.strictObject({ operation: id, answers: urgencyAnswers }),
  /** A part of the questionnaire: what is answered is added, what was answered before stays. */
  AnswerQuestions: z.strictObject({
    operation: id,
    section: z.enum(sectionNames),
    who: label,
    answers: z.partialRecord(z.enum(questions), text),
  }),
  /** The card as the teams will see it: made of ticked fields, so that it is a text of its own. */
  ReleaseCard: z.strictObject({
    operation: id,
    card: text,
    photo: z.boolean(),
    to: z.enum(['teams', 'public']),
    /** Of a minor more than the looks: who has agreed. */
    consent: z.optional(label),
    names: z.boolean(),
  }),
  WithdrawCard: z.strictObject({ operation: id }),
  OpenPeriod: z.strictObject({ operation: id, until: millis, objectives: text, from: z.optional(millis) }),
  ClosePeriod: z.strictObject({ operation: id }),
  /** The subject was found. How and where stays with the desk; every team is told to be silent and come back. */
  ReportLocated: z.strictObject({
    operation: id,
    state: z.enum(['alive', 'injured', 'dead']),
    at: z.nullable(latLng),
    words: z.optional(text),
    foundAt: millis,
    returnTo: text,
  }),
  /** It was somebody else: the search goes on. */
  TakeBackLocated: z.strictObject({ operation: id, reason: text }),
  TickLocated: z.strictObject({ operation: id, item: z.enum(closingItems), done: z.boolean() }),
}
