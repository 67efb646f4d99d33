import type { Logged } from '../kernel/event.ts'
import type { Id } from '../kernel/ids.ts'
import type { RegistryStatus, Skill } from './types.ts'

export interface AssistantEvents {
  AssistantImported: { assistant: Id; callSign: string; region: string; skills: Skill[] }
  /** Entered in the register on an application; ACTIVE only with card, badge and training. */
  AssistantRegistered: { assistant: Id; callSign: string; region: string }
  /** `reason` is a code of the catalogue; words about a person go to the vault. */
  RegistryStatusChanged: { assistant: Id; from: RegistryStatus; to: RegistryStatus; reason: string }
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
