import type { Id, Millis } from '../kernel/ids.ts'
import type { Day } from '../law/day.ts'
import type { PoliceRule, Verdict } from '../law/eligibility/rule.ts'
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

/** A written permission to work in a region other than that of the registration (D9). */
export interface Permit {
  region: string
  /** The number of the document. */
  document: string
  from: Day
  /** The last day. */
  until: Day
}

/** What stands on paper of somebody who came with a list; of an applicant it stands in the application. */
export interface Papers {
  registration?: { number: string; on: Day }
  card?: { number: string; badge: string; until?: Day }
}

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
  /** Why the status does not run, since when, and on which document: a trigger (T2 …) or `check`, `conduct`, `report`. */
  lapse?: { reason: string; at: Millis; document?: string } | null
  /** T6: nothing of the file changes any more, and no term of storage erases what is personal. */
  frozen?: true
  /** What was personal is erased from the vault. */
  erasedAt?: Millis
  /** The day of the last legal training recorded here. */
  trainedOn?: Day
  permits?: Permit[]
  /** Keyed hash of the IIN of somebody who came with a list. */
  person?: string
  papers?: Papers
  /** The vault's row with the portrait that a citizen sees. */
  photo?: Id
  /** Came from paper, without a file of an application: when ID card and badge were given back after the end. */
  cardBackAt?: Millis
}

/** Who answered a rule of the police and when. What was found never enters Serik. */
export interface PoliceCheck {
  result: Exclude<Verdict, 'PENDING'>
  by: Id
  at: Millis
}

/**
 * E5 to E9 of a suspended person, answered anew since the suspension. It has the person's id, and is apart from the person
 * because only who works on the register sees it.
 */
export interface Recheck {
  id: Id
  region: string
  checks: Partial<Record<PoliceRule, PoliceCheck>>
}
