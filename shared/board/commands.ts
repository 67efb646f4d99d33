import * as z from 'zod/mini'
import { accountCommands } from '../accounts/commands.ts'
import { alarmCommands } from '../alarms/commands.ts'
import { applicationCommands } from '../applications/commands.ts'
import { assistantCommands } from '../assistants/commands.ts'
import { erasureCommands } from '../erasure/commands.ts'
import { forceReportCommands } from '../force-reports/commands.ts'
import { gatewayCommands } from '../gateways/commands.ts'
import { incidentCommands } from '../incidents/commands.ts'
import { id, millis, seen } from '../kernel/schema.ts'
import { messageCommands } from '../messages/commands.ts'
import { operationCommands } from '../operations/commands.ts'
import { searchCommands } from '../search/commands.ts'
import { probabilityCommands } from '../search/priors/commands-probability.ts'
import { groundCommands } from '../search/segments/ground-commands.ts'
import { debriefCommands } from '../search/sweep/debrief-commands.ts'
import { shiftCommands } from '../shifts/commands.ts'
import { taskCommands } from '../tasks/commands.ts'
import { unitCommands } from '../units/commands.ts'

/** Every command there is: type → schema of its body. A feature adds types here, never a socket event. */
export const commandBodies = {
  ...accountCommands,
  ...assistantCommands,
  ...gatewayCommands,
  ...unitCommands,
  ...shiftCommands,
  ...operationCommands,
  ...taskCommands,
  ...incidentCommands,
  ...alarmCommands,
  ...messageCommands,
  ...searchCommands,
  ...probabilityCommands,
  ...groundCommands,
  ...debriefCommands,
  ...applicationCommands,
  ...forceReportCommands,
  ...erasureCommands,
}

export type CommandType = keyof typeof commandBodies
export type Body<Type extends CommandType> = z.output<(typeof commandBodies)[Type]>
/** A parsed command, as a union over its type. */
export type Command = { [Type in CommandType]: { type: Type; body: Body<Type> } }[CommandType]

/** What travels: `id` is the client's UUIDv4 and makes a retry harmless; `seen` is what the user looked at. */
export const commandEnvelope = z.strictObject({
  id,
  type: z.enum(Object.keys(commandBodies) as [CommandType, ...CommandType[]]),
  body: z.unknown(),
  seen: z.optional(seen),
  /** When the user pressed, by the server's clock; older than seven days is refused, since its id is forgotten. */
  madeAt: z.optional(millis),
})
export type CommandEnvelope = z.output<typeof commandEnvelope>
