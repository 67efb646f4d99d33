import * as z from 'zod/mini'
import { id, label, latLng, millis, text } from '../kernel/schema.ts'

const sweepWidth = z.strictObject({
  metres: z.number().check(z.minimum(0.5), z.maximum(500)),
  source: z.enum(['rd-test', 'estimate']),
  rd: z.optional(z.number().check(z.minimum(0.5), z.maximum(500))),
  visibility: z.optional(z.enum(['high', 'medium', 'low'])),
})

export const searchCommands = {
  /** The IPP is set once and never moves; the LKP may. */
  SetSearchPoint: z.strictObject({ operation: id, point: z.enum(['ipp', 'lkp']), at: latLng }),
  DescribeSubject: z.strictObject({ operation: id, text }),
  SetSweepWidth: z.strictObject({ operation: id, sweepWidth }),
  PlaceClue: z.strictObject({ operation: id, at: latLng, text }),
  /** The server measures the stored tracks of the segment's members in this time and records the result. */
  RecordSearch: z.strictObject({ place: id, from: millis, to: millis }),
  UndoSearch: z.strictObject({ place: id }),
  /** The points came as a file over HTTP and lie with the tracks; a carrier's own track can never be credited so. */
  CreditTrack: z.strictObject({
    place: id,
    track: z.string().check(z.regex(/^gpx-[0-9a-f]{40}$/)),
    who: label,
    from: millis,
    to: millis,
  }),
  DropTrack: z.strictObject({ operation: id, track: id }),
}
