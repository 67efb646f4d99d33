import { accountDeciders } from '../accounts/decide.ts'
import { alarmDeciders } from '../alarms/decide.ts'
import { applicationDeciders } from '../applications/decide.ts'
import { assistantDeciders } from '../assistants/decide.ts'
import { forceReportDeciders } from '../force-reports/decide.ts'
import { incidentDeciders } from '../incidents/decide.ts'
import { messageDeciders } from '../messages/decide.ts'
import { operationDeciders } from '../operations/decide.ts'
import { searchDeciders } from '../search/decide.ts'
import { trackDeciders } from '../search/decide-track.ts'
import { shiftDeciders } from '../shifts/decide.ts'
import { taskDeciders } from '../tasks/decide.ts'
import { unitDeciders } from '../units/decide.ts'
import type { CommandType } from './commands.ts'
import type { Deciders } from './decision.ts'

/** How every command there is is decided. */
export const deciders: Deciders<CommandType> = {
  ...accountDeciders,
  ...assistantDeciders,
  ...unitDeciders,
  ...shiftDeciders,
  ...operationDeciders,
  ...taskDeciders,
  ...incidentDeciders,
  ...alarmDeciders,
  ...messageDeciders,
  ...searchDeciders,
  ...trackDeciders,
  ...applicationDeciders,
  ...forceReportDeciders,
}
