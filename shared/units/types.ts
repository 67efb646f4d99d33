import type { Id, Millis } from '../kernel/ids.ts'
import type { Shift } from '../shifts/types.ts'

/** A police unit: a patrol in a car or on foot. */
export interface Unit {
  id: Id
  no: number
  /** Алатау-14 */
  callSign: string
  region: string
  mobility: 'car' | 'foot'
  shift: Shift | null
  task: Id | null
  releasedAt: Millis | null
  /** The unit reported that it leaves its assistants (D11); cleared when it reports back or books on again. */
  leaving: { at: Millis } | null
  open: boolean
}
