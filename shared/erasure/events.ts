import type { Logged } from '../kernel/event.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { Erasure } from './types.ts'

export interface ErasureEvents {
  ErasureAsked: { erasure: Id } & Pick<Erasure, 'person' | 'label' | 'region'>
  ErasureRefused: { erasure: Id }
  /** `rows` of the vault lose their keys; without a request a term has run out. */
  PersonErased: { erasure: Id | null; person: Id; rows: Id[] }
  TracksSealed: { before: Millis; points: number; digest: string }
  RetentionRan: { tracks: number; files: number; sessions: number; codes: number; reasons: number }
}
export type ErasureEvent = Logged<ErasureEvents>
