import * as z from 'zod/mini'
import { id, label, latLng, text } from '../../kernel/schema.ts'
import { hazardKinds, hazardShapes, lineKinds, papers } from './ground-types.ts'

const path = z.array(latLng).check(z.minLength(1), z.maxLength(300))

export const groundCommands = {
  AddSearchLines: z.strictObject({
    operation: id,
    lines: z
      .array(z.strictObject({ kind: z.enum(lineKinds), name: z.union([label, z.literal('')]), path }))
      .check(z.minLength(1), z.maxLength(60)),
  }),
  DropSearchLine: z.strictObject({ operation: id, line: id }),
  MarkHazard: z.strictObject({
    operation: id,
    kind: z.enum(hazardKinds),
    shape: z.enum(hazardShapes),
    path,
    words: z.nullable(text),
  }),
  ClearHazard: z.strictObject({ operation: id, hazard: id }),
  /** `about` is the segment or task of the paper; `upTo` what the desk had seen of the record. */
  PrintPaper: z.strictObject({
    operation: id,
    paper: z.enum(papers),
    about: z.nullable(id),
    upTo: z.int().check(z.minimum(0)),
  }),
  LockSegment: z.strictObject({ place: id, reason: text }),
  UnlockSegment: z.strictObject({ place: id }),
  CutSegment: z.strictObject({ place: id, lines: z.array(id).check(z.minLength(1), z.maxLength(20)) }),
}
