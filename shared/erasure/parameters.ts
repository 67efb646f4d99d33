import type { Millis } from '../kernel/ids.ts'

const DAY: Millis = 24 * 3_600_000

/** How long what is personal is kept after its purpose; every term is ours, for counsel to confirm [I]. */
export const retentionTerms = {
  /** A refused or withdrawn application, from the decision on. */
  refusedFile: 365 * DAY,
  /** A person whose status has ended, from the end on. */
  endedFile: 3 * 365 * DAY,
  /** The words of why something left the house. */
  exportReasons: 3 * 365 * DAY,
  /** What is erased stays on the board so long, so that everybody reads "erased". */
  erasedOnBoard: 30 * DAY,
}
