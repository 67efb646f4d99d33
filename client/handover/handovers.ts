import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { openIn } from '../../shared/messages/decide.ts'
import type { Handover } from '../../shared/messages/types.ts'

/** The newest handover of these regions that waits for its signature; a newer one of a region takes the place of older ones. */
export function waitingHandover(board: Board, regions: readonly string[]): Handover | null {
  let newest: Handover | null = null
  for (const handover of board.handover.values())
    if (regions.includes(handover.region) && handover.at >= (newest?.at ?? 0)) newest = handover
  return newest?.signedAt === null ? newest : null
}

/** Who signed for the region's desk last; null when nobody has. */
export function deskHolder(board: Board, region: string): { account: Id; since: number } | null {
  let held: { account: Id; since: number } | null = null
  for (const { region: of, to, signedAt } of board.handover.values())
    if (of === region && to !== null && signedAt !== null && signedAt >= (held?.since ?? 0))
      held = { account: to, since: signedAt }
  return held
}

/** How many alarms and tasks have opened since the list was made: the signer must hear of them. */
export function openedSince(board: Board, handover: Handover): { alarms: number; tasks: number } {
  const { alarms, tasks } = openIn(board, handover.region)
  return {
    alarms: alarms.filter(({ id }) => !handover.alarms.includes(id)).length,
    tasks: tasks.filter(({ id }) => !handover.tasks.includes(id)).length,
  }
}
