import type { Id } from '../kernel/ids.ts'

/** A system that carries the positions of many: a radio network's location server, a fleet's tracker. */
export interface Gateway {
  id: Id
  name: string
  /** Path prefixes: whose positions it may tell. */
  regions: string[]
  open: boolean
}
