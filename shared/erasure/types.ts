import type { Id, Millis } from '../kernel/ids.ts'

/** A request that what is personal of somebody be erased: one officer asks, another carries it out. */
export interface Erasure {
  id: Id
  person: Id
  /** Call sign or number of the file: never a name. */
  label: string
  region: string
  askedBy: Id
  askedAt: Millis
  /** Carried out, or refused. */
  ended: { by: Id; at: Millis; erased: boolean } | null
}
