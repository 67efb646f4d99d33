import * as z from 'zod/mini'
import { id, region } from '../kernel/schema.ts'

export const unitCommands = {
  RegisterUnit: z.strictObject({
    callSign: z.string().check(z.trim(), z.minLength(2), z.maxLength(24), z.regex(/^[\p{L}\d -]+$/u)),
    region,
    mobility: z.enum(['car', 'foot']),
  }),
  /** The unit has to leave its assistants: they are put on HOLD until it is back or another unit takes them. */
  ReportLeaving: z.strictObject({ unit: id }),
  ReportBack: z.strictObject({ unit: id }),
  CloseUnit: z.strictObject({ unit: id }),
}
