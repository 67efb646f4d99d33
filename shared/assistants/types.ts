import type { Id, Millis } from '../kernel/ids.ts'
import type { Shift } from '../shifts/types.ts'

/** The registration machine's states (the law's table 3.2). */
export const registryStatuses = [
  'DRAFT',
  'POLICE_CHECK',
  'AKIMAT_REVIEW',
  'REFUSED',
  'WITHDRAWN',
  'REGISTERED',
  'ACTIVE',
  'SUSPENDED',
  'TERMINATED',
] as const
export type RegistryStatus = (typeof registryStatuses)[number]

/** What a place may ask for. Languages and sex are skills too: a slot asks for at most one of them. */
export const skills = [
  'first-aid',
  'driver',
  'dog-handler',
  'kazakh',
  'russian',
  'english',
  'sign-language',
  'search-trained',
  'female',
  'male',
] as const
export type Skill = (typeof skills)[number]

export interface Assistant {
  id: Id
  /** Small number of the position frames; no credential. */
  no: number
  /** A-0412: not personal. */
  callSign: string
  region: string
  status: RegistryStatus
  skills: Skill[]
  shift: Shift | null
  /** The task that holds this person now (offered to complete). */
  task: Id | null
  /** When the last task ended; null if never. Rest is counted from here and from the shift's start. */
  releasedAt: Millis | null
}
