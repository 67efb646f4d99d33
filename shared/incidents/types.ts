import type { LatLng } from '../geo/lat-lng.ts'
import type { SealedText } from '../kernel/decider.ts'
import type { Id, Millis } from '../kernel/ids.ts'

export const incidentKinds = [
  'disorder',
  'theft',
  'traffic',
  'missing-person',
  'fire',
  'medical',
  'other',
] as const
export type IncidentKind = (typeof incidentKinds)[number]

export interface Incident {
  id: Id
  number: number
  kind: IncidentKind
  region: string
  at: LatLng
  place: string
  /** The caller's words, in the vault. */
  words: SealedText
  reportedAt: Millis
  reportedBy: Id
  operation: Id | null
  closedAt: Millis | null
}
