import type { Logged } from '../kernel/event.ts'
import type { Id } from '../kernel/ids.ts'
import type { Day } from '../law/day.ts'
import type { PoliceRule } from '../law/eligibility/rule.ts'
import type { Papers, Permit, RegistryStatus, Skill } from './types.ts'

export interface AssistantEvents {
  /** ACTIVE where no status stands. */
  AssistantImported: {
    assistant: Id
    callSign: string
    region: string
    skills: Skill[]
    status?: RegistryStatus
    person?: string
    papers?: Papers
    trainedOn?: Day
  }
  /** Entered in the register on an application; ACTIVE only with card, badge and training. */
  AssistantRegistered: { assistant: Id; callSign: string; region: string }
  /** `reason` is a code of the catalogue; words about a person go to the vault. */
  RegistryStatusChanged: {
    assistant: Id
    from: RegistryStatus
    to: RegistryStatus
    reason: string
    /** The document on which the status ended (T2, T8). */
    document?: string
  }
  /** One of E5 to E9, anew after a suspension; the checker is the event's actor, the date its time. */
  RecheckRecorded: { assistant: Id; region: string; rule: PoliceRule; result: 'CLEAR' | 'NOT_CLEAR' }
  TrainingRecorded: { assistant: Id; on: Day }
  RegionPermitted: { assistant: Id; permit: Permit }
  RegionPermitRevoked: { assistant: Id; document: string }
  /** A portrait for the proof of office, or none any more; the picture is in the vault. */
  AssistantPhotoSet: { assistant: Id; photo: Id | null }
  DeviceEnrolled: { device: Id; holder: { kind: 'assistant' | 'unit'; id: Id }; via: 'phone' | 'tracker' }
  DeviceRevoked: { device: Id }
}
export type AssistantEvent = Logged<AssistantEvents>

/** A phone or tracker; its token lives with the sessions. */
export interface Device {
  id: Id
  holder: { kind: 'assistant' | 'unit'; id: Id }
  via: 'phone' | 'tracker'
  /** Seconds between fixes as the device announced them. */
  revoked: boolean
}
