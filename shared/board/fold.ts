import type { AccountEvent } from '../accounts/events.ts'
import { evolveAccounts } from '../accounts/evolve.ts'
import type { AlarmEvent } from '../alarms/events.ts'
import { evolveAlarms } from '../alarms/evolve.ts'
import type { ApplicationEvent } from '../applications/events.ts'
import { evolveApplications } from '../applications/evolve.ts'
import type { AssistantEvent } from '../assistants/events.ts'
import { evolveAssistants } from '../assistants/evolve.ts'
import type { ErasureEvent } from '../erasure/events.ts'
import { evolveErasure } from '../erasure/evolve.ts'
import type { ForceReportEvent } from '../force-reports/events.ts'
import { evolveForceReports } from '../force-reports/evolve.ts'
import type { GatewayEvent } from '../gateways/events.ts'
import { evolveGateways } from '../gateways/evolve.ts'
import type { IncidentEvent } from '../incidents/events.ts'
import { evolveIncidents } from '../incidents/evolve.ts'
import type { LoggedEvent } from '../kernel/event.ts'
import type { MessageEvent } from '../messages/events.ts'
import { evolveMessages } from '../messages/evolve.ts'
import type { OperationEvent } from '../operations/events.ts'
import { evolveOperations } from '../operations/evolve.ts'
import { evolveCase } from '../search/case/evolve-case.ts'
import { evolveClues } from '../search/case/evolve-clues.ts'
import type { SearchEvent } from '../search/events.ts'
import { evolveSearch } from '../search/evolve.ts'
import type { ProbabilityEvent } from '../search/priors/events-probability.ts'
import { evolveProbability } from '../search/priors/evolve-probability.ts'
import { evolveGround } from '../search/segments/evolve-ground.ts'
import type { GroundEvent } from '../search/segments/ground-events.ts'
import type { DebriefEvent } from '../search/sweep/debrief-events.ts'
import { evolveDebrief } from '../search/sweep/evolve-debrief.ts'
import type { ShiftEvent } from '../shifts/events.ts'
import { evolveShifts } from '../shifts/evolve.ts'
import type { TaskEvent } from '../tasks/events.ts'
import { evolveTasks } from '../tasks/evolve.ts'
import type { UnitEvent } from '../units/events.ts'
import { evolveUnits } from '../units/evolve.ts'
import type { Board } from './board.ts'

export type SerikEvent =
  | AccountEvent
  | AssistantEvent
  | GatewayEvent
  | UnitEvent
  | ShiftEvent
  | OperationEvent
  | TaskEvent
  | AlarmEvent
  | IncidentEvent
  | MessageEvent
  | SearchEvent
  | ProbabilityEvent
  | GroundEvent
  | DebriefEvent
  | ApplicationEvent
  | ForceReportEvent
  | ErasureEvent

/** One per feature; each ignores the events that are not its own, and entities it does not know. */
const evolvers = [
  evolveAccounts,
  evolveAssistants,
  evolveGateways,
  evolveUnits,
  evolveShifts,
  evolveOperations,
  evolveTasks,
  evolveAlarms,
  evolveIncidents,
  evolveMessages,
  evolveSearch,
  evolveCase,
  evolveClues,
  evolveProbability,
  evolveGround,
  evolveDebrief,
  evolveApplications,
  evolveForceReports,
  evolveErasure,
] as ((board: Board, event: SerikEvent) => void)[]

/**
 * Folds one event in, in place. Total: an unknown type or entity changes nothing but `seq` and `moved`, so a desk can
 * fold the part of the log that it may see, and an old client a newer log.
 */
export function fold(board: Board, event: LoggedEvent): void {
  for (const evolve of evolvers) evolve(board, event as SerikEvent)
  for (const key of event.keys) board.moved.set(key, event.seq)
  board.seq = event.seq
}
