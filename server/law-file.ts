import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { prosecutorRules } from '../shared/force-reports/parameters.ts'
import { type LawInForce, type ParameterName, parameters } from '../shared/law-book/parameters.ts'
import { lawBook } from '../shared/law-book/rules.ts'
import { operationKinds } from '../shared/operations/types.ts'

const whole = (least: number, most: number) => z.number().int().min(least).max(most)
const term = whole(1, 600).nullable()

/** What each parameter of the law may be. */
const values = {
  adultYears: whole(14, 100),
  oldestYears: whole(100, 150),
  convictionYears: term,
  penaltyYears: term,
  policeDays: whole(1, 365),
  akimatWorkingDays: whole(1, 100),
  dayOffReceiptMoves: z.boolean(),
  cardMonths: term,
  trainingMonths: term,
  shiftUsualHours: whole(1, 24),
  shiftCapHours: whole(1, 24),
  shiftWarnMinutes: whole(1, 120),
  shiftReleaseMinutes: whole(0, 240),
  breachFixes: whole(1, 20),
  breachSeconds: whole(5, 600),
  staleSeconds: whole(30, 600),
  neverInsideMinutes: whole(1, 120),
  allowedKinds: z.array(z.enum(operationKinds)).min(1),
  regionParts: whole(1, 5),
  meansForbidden: z.boolean(),
  writtenHours: whole(1, 168),
  prosecutor: z.enum(prosecutorRules),
  minuteBeforeSeconds: whole(0, 600),
  minuteAfterSeconds: whole(0, 600),
} satisfies Record<ParameterName, z.ZodType>

const ruleIds = Object.values(lawBook)
  .flat()
  .map(({ id }) => id)

const lawFile = z
  .strictObject({
    parameters: z.strictObject(values).partial().default({}),
    confirmed: z.array(z.enum(ruleIds as [string, ...string[]])).default([]),
  })
  .refine(({ parameters: given }) => {
    const usual = given.shiftUsualHours ?? parameters.shiftUsualHours.get()
    const cap = given.shiftCapHours ?? parameters.shiftCapHours.get()
    return Number(usual) <= Number(cap)
  }, 'shiftUsualHours is longer than shiftCapHours')

/** The law of a deployment, from its JSON file. Throws with what is wrong in it, in one sentence each. */
export function readLawFile(path: string): LawInForce {
  let given: unknown
  try {
    // A Windows editor opens the file with a mark.
    given = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    throw new Error(`it cannot be read: ${(error as Error).message}`)
  }
  const parsed = lawFile.safeParse(given)
  if (!parsed.success)
    throw new Error(
      parsed.error.issues
        .map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`)
        .join('; '),
    )
  return parsed.data as LawInForce
}
