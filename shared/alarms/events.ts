import type { SealedText } from '../kernel/decider.ts'
import type { Logged } from '../kernel/event.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { Alarm, AlarmKind } from './types.ts'

export interface AlarmEvents {
  AlarmRaised: {
    alarm: Id
    kind: AlarmKind
    subject: Alarm['subject']
    region: string
    operation: Id | null
    task: Id | null
    fix: SealedText | null
    params: Record<string, string | number>
    offDuty: boolean
  }
  /** The same again while open. */
  AlarmRepeated: { alarm: Id; fix: SealedText | null; params: Record<string, string | number> }
  AlarmOwned: { alarm: Id; account: Id }
  OfficerWithPerson: { alarm: Id; account: Id }
  AlarmClimbed: { alarm: Id; level: number }
  AlarmShelved: { alarm: Id; until: Millis }
  /** `account` is null when the cause went away by itself (reason `cause-gone`). */
  AlarmResolved: { alarm: Id; account: Id | null; reason: string; words: SealedText | null }
}
export type AlarmEvent = Logged<AlarmEvents>
