import * as z from 'zod/mini'
import { id, label, region } from '../kernel/schema.ts'
import { staffRoles } from './types.ts'

export const grant = z.strictObject({
  role: z.enum(staffRoles),
  regions: z.array(region).check(z.maxLength(50)),
  operations: z.array(id).check(z.maxLength(50)),
})
const grants = z.array(grant).check(z.maxLength(20))

export const accountCommands = {
  /** The login and the first password go their own way (server/auth); the name goes to the vault. */
  OpenAccount: z.strictObject({ name: label, rank: z.optional(label), police: z.boolean(), grants }),
  ChangeGrants: z.strictObject({ account: id, grants, police: z.boolean() }),
  CloseAccount: z.strictObject({ account: id }),
}
