import * as z from 'zod/mini'
import { id, label, latLng, region, text } from '../kernel/schema.ts'
import { incidentKinds } from './types.ts'

export const incidentCommands = {
  ReportIncident: z.strictObject({
    kind: z.enum(incidentKinds),
    region,
    at: latLng,
    place: label,
    words: text,
  }),
  JoinIncident: z.strictObject({ incident: id, operation: id }),
  CloseIncident: z.strictObject({ incident: id }),
}
