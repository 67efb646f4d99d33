import * as z from 'zod/mini'
import { id, label, millis } from '../kernel/schema.ts'
import { caseCommands } from './case/case-commands.ts'
import { clueCommands } from './case/clue-commands.ts'

/** Fewer distances make no curve. */
export const leastDistances = 2
export const mostDistances = 40

const count = z.int().check(z.minimum(0), z.maximum(999))

const sweepWidth = z.strictObject({
  metres: z.number().check(z.minimum(0.5), z.maximum(500)),
  source: z.enum(['rd-test', 'lateral-range', 'estimate']),
  rd: z.optional(z.number().check(z.minimum(0.5), z.maximum(500))),
  visibility: z.optional(z.enum(['high', 'medium', 'low'])),
  ranges: z.optional(
    z.array(z.number().check(z.minimum(0.5), z.maximum(500))).check(z.minLength(3), z.maxLength(20)),
  ),
  passed: z.optional(
    z
      .array(
        z
          .strictObject({
            distance: z.number().check(z.minimum(-500), z.maximum(500)),
            seen: count,
            missed: count,
          })
          .check(z.refine(({ seen, missed }) => seen + missed > 0)),
      )
      .check(z.minLength(leastDistances), z.maxLength(mostDistances)),
  ),
})

export const searchCommands = {
  ...caseCommands,
  ...clueCommands,
  SetSweepWidth: z.strictObject({ operation: id, sweepWidth }),
  /** The server measures the stored tracks of the segment's members in this time and records the result. */
  RecordSearch: z.strictObject({ place: id, from: millis, to: millis }),
  /** Takes back the last sweep; one that is named must be it. */
  UndoSearch: z.strictObject({ place: id, sweep: z.optional(millis) }),
  /** The points came as a file over HTTP and lie with the tracks; a carrier's own track can never be credited so. */
  CreditTrack: z.strictObject({
    place: id,
    track: z.string().check(z.regex(/^gpx-[0-9a-f]{40}$/)),
    who: label,
    from: millis,
    to: millis,
  }),
  DropTrack: z.strictObject({ operation: id, track: id }),
  /** Null: the team finds its own way. */
  SetSweepLine: z.strictObject({
    place: id,
    line: z.nullable(
      z.strictObject({
        spacing: z.number().check(z.minimum(0.5), z.maximum(200)),
        bearing: z.int().check(z.minimum(0), z.maximum(359)),
        from: z.enum(['left', 'right']),
      }),
    ),
  }),
}
