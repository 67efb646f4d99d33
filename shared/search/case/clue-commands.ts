import * as z from 'zod/mini'
import { id, label, latLng, millis, text } from '../../kernel/schema.ts'
import { photo } from './case-commands.ts'
import { clueVerdicts } from './case-types.ts'

export const clueCommands = {
  /** From the desk: what was found, by whom. */
  PlaceClue: z.strictObject({
    operation: id,
    at: latLng,
    text,
    finder: z.optional(
      z.union([
        z.strictObject({ kind: z.enum(['assistant', 'unit']), id }),
        z.strictObject({ kind: z.literal('citizen') }),
      ]),
    ),
    foundAt: z.optional(millis),
  }),
  /** From a phone, perhaps hours later: `clue` is made there, so that a repeated report is the same clue. */
  ReportClue: z.strictObject({ clue: id, operation: id, at: latLng, text, foundAt: millis }),
  /** The picture came over HTTP and lies in the vault. */
  AddCluePhoto: z.strictObject({ clue: id, photo }),
  AssessClue: z.strictObject({ clue: id, verdict: z.enum(clueVerdicts) }),
  NoteCustody: z.strictObject({
    clue: id,
    takenBy: label,
    handedTo: z.optional(label),
    stored: z.optional(label),
    happenedAt: millis,
  }),
  /** `text` is what the teams read; the desk's own words stay with the desk. */
  ReleaseClue: z.strictObject({ clue: id, at: latLng, text }),
  WithdrawClue: z.strictObject({ clue: id }),
}
