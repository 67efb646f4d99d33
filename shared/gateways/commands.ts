import * as z from 'zod/mini'
import { id, label, region } from '../kernel/schema.ts'

export const gatewayCommands = {
  /** Its token goes its own way (server/auth), and is shown once. */
  OpenGateway: z.strictObject({
    name: label,
    regions: z.array(region).check(z.minLength(1), z.maxLength(50)),
  }),
  CloseGateway: z.strictObject({ gateway: id }),
}
