import type { SealedText } from '../kernel/decider.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { Carrier } from '../shifts/events.ts'

export const alarmKinds = [
  'sos',
  'perimeter-left',
  'never-inside',
  'contact-lost',
  'partner-lost',
  'offer-unanswered',
  'shift-overrun',
  'under-minimum',
  'gate-lost',
  'force-used',
  'uninvited',
] as const
export type AlarmKind = (typeof alarmKinds)[number]

/** 1 red octagon, 2 amber triangle, 3 hollow diamond. */
export const alarmClass: Record<AlarmKind, 1 | 2 | 3> = {
  sos: 1,
  'partner-lost': 2,
  'perimeter-left': 2,
  'never-inside': 2,
  'gate-lost': 2,
  'force-used': 2,
  'under-minimum': 2,
  'contact-lost': 3,
  'offer-unanswered': 3,
  'shift-overrun': 3,
  uninvited: 3,
}

/** Seconds after raising at which an alarm without an owner climbs to the next person. SOS climbs even when owned. */
export const climbSeconds = [60, 120, 240]

export interface Alarm {
  id: Id
  kind: AlarmKind
  /** The person or unit it is about; a place for `under-minimum`. */
  subject: Carrier | { kind: 'place'; id: Id }
  region: string
  operation: Id | null
  task: Id | null
  raisedAt: Millis
  /** Where it happened: in the vault as {lat,lng,accuracy,at}; null when nothing is known. */
  fix: SealedText | null
  /** Numbers for the sentence ("34 m outside"); never a coordinate or a name. */
  params: Record<string, string | number>
  /** How often it was raised while open, and when last. */
  count: number
  repeatedAt: Millis
  /** Raised by somebody not on duty: shown as such, never dropped. */
  offDuty: boolean
  owner: { account: Id; at: Millis } | null
  /** SOS: an officer is with the person; the climb stops. */
  officerWith: { account: Id; at: Millis } | null
  climbed: { level: number; at: Millis }[]
  shelvedUntil: Millis | null
  resolved: { account: Id | null; at: Millis; reason: string } | null
}
