import { accountDeciders } from '../accounts/decide.ts'
import { alarmDeciders } from '../alarms/decide.ts'
import { applicationDeciders } from '../applications/decide.ts'
import { assistantDeciders } from '../assistants/decide.ts'
import { erasureDeciders } from '../erasure/decide.ts'
import { reportDeciders } from '../force-reports/decide.ts'
import { reviewDeciders } from '../force-reports/decide-review.ts'
import { gatewayDeciders } from '../gateways/decide.ts'
import { incidentDeciders } from '../incidents/decide.ts'
import { messageDeciders } from '../messages/decide.ts'
import { operationDeciders } from '../operations/decide.ts'
import { cardDeciders } from '../search/case/decide-card.ts'
import { caseDeciders } from '../search/case/decide-case.ts'
import { clueDeciders } from '../search/case/decide-clues.ts'
import { locatedDeciders } from '../search/case/decide-located.ts'
import { periodDeciders } from '../search/case/decide-periods.ts'
import { searchDeciders } from '../search/decide.ts'
import { consensusDeciders } from '../search/priors/decide-consensus.ts'
import { distanceDeciders } from '../search/priors/decide-distances.ts'
import { priorDeciders } from '../search/priors/decide-priors.ts'
import { groundDeciders } from '../search/segments/decide-ground.ts'
import { segmentDeciders } from '../search/segments/decide-segments.ts'
import { trackDeciders } from '../search/segments/decide-track.ts'
import { debriefDeciders } from '../search/sweep/decide-debrief.ts'
import { lineDeciders } from '../search/sweep/decide-line.ts'
import { shiftDeciders } from '../shifts/decide.ts'
import { taskDeciders } from '../tasks/decide.ts'
import { unitDeciders } from '../units/decide.ts'
import type { CommandType } from './commands.ts'
import type { Deciders } from './decision.ts'

/** How every command there is is decided. */
export const deciders: Deciders<CommandType> = {
  ...accountDeciders,
  ...assistantDeciders,
  ...gatewayDeciders,
  ...unitDeciders,
  ...shiftDeciders,
  ...operationDeciders,
  ...taskDeciders,
  ...incidentDeciders,
  ...alarmDeciders,
  ...messageDeciders,
  ...searchDeciders,
  ...caseDeciders,
  ...cardDeciders,
  ...clueDeciders,
  ...locatedDeciders,
  ...periodDeciders,
  ...trackDeciders,
  ...priorDeciders,
  ...consensusDeciders,
  ...distanceDeciders,
  ...lineDeciders,
  ...groundDeciders,
  ...segmentDeciders,
  ...debriefDeciders,
  ...applicationDeciders,
  ...reportDeciders,
  ...reviewDeciders,
  ...erasureDeciders,
}
