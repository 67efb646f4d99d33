import type { Logged } from '../../kernel/event.ts'
import type { Id, Millis } from '../../kernel/ids.ts'
import type { KindNumbers, TeamKind } from '../teams/team-kinds.ts'
import type { Debrief } from './debrief-types.ts'

interface DebriefEvents {
  /** `sweep` is the instant of the recorded sweep. */
  SearchDebriefed: { place: Id; operation: Id; sweep: Millis; debrief: Omit<Debrief, 'by' | 'at'> }
  SearchDebriefUndone: { place: Id; operation: Id; sweep: Millis }
  TeamKindSet: { operation: Id; kind: TeamKind; numbers: KindNumbers | null }
}
export type DebriefEvent = Logged<DebriefEvents>
