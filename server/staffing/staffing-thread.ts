import type { Staffed, Staffing } from '../../shared/pairing/solve-staffing.ts'
import { ownThread, ThreadEnded } from '../own-thread.ts'
import { buffersOf, type PackedStaffing, packStaffing } from './packed.ts'

export interface AskStaffing {
  id: number
  staffing: PackedStaffing
}

/**
 * Solves proposals on a thread, one after another. The thread knows nothing but what it is asked, so that nothing is lost
 * with it; `failed` hears of its end.
 */
export function staffingThread(failed: (error: unknown) => void) {
  const thread = ownThread<AskStaffing>(new URL('./thread.ts', import.meta.url))
  let closed = false
  return {
    /** As `solveStaffing`. Throws ThreadEnded. */
    async solve(asked: Staffing): Promise<Staffed> {
      // Who still stands in the line when the server stops starts no other thread.
      if (closed) throw new ThreadEnded('the server stops')
      const staffing = packStaffing(asked)
      try {
        return (await thread.ask({ staffing }, { transfer: buffersOf(staffing) })) as Staffed
      } catch (error) {
        if (!closed) failed(error)
        throw error
      }
    },
    close() {
      closed = true
      return thread.close()
    },
  }
}
