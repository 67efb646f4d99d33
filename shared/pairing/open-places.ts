import type { Board } from '../board/board.ts'
import type { Id } from '../kernel/ids.ts'
import type { HandChange } from '../matching/hand-change.ts'
import type { PairingPlace } from '../matching/types.ts'
import type { Operation } from '../operations/types.ts'
import { isLive, liveMembers, taskAt } from '../tasks/links.ts'
import type { Step } from '../tasks/types.ts'
import { freshFix } from './candidates.ts'

/** A place that lacks people or a unit, for the matching; `slotOf` leads from its slots back to the place's own. */
export interface OpenPlace {
  place: PairingPlace
  slotOf: number[]
  /** The task that runs there. */
  task: Id | null
}

/**
 * What is still to be staffed. A place without a running task needs a unit and everybody; one with a task needs the
 * slots that are free, and a unit only when its own is out; a request that waits for approval needs nothing.
 */
export function openPlaces(board: Board, operation: Operation, only?: Id[]): OpenPlace[] {
  return [...board.place.values()]
    .filter(({ id, operation: of }) => of === operation.id && (only?.includes(id) ?? true))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((place): OpenPlace[] => {
      const task = taskAt(board, place.id)
      if (task && task.orders.length === 0) return []
      const taken = new Set(task ? liveMembers(task).map(({ slot }) => slot) : [])
      const slotOf = place.slots.flatMap((_, slot) => (taken.has(slot) ? [] : [slot]))
      const ledBy = task && isLive(task.unitLink) ? task.unit : undefined
      if (ledBy !== undefined && slotOf.length === 0) return []
      const missing = Math.max(0, place.minimum - taken.size)
      const slots = slotOf.map((slot, i) => ({
        skill: place.slots[slot]?.skill,
        wishes: [freshFix],
        optional: i >= missing,
      }))
      return [{ place: { id: place.id, at: place.meeting.at, slots, ledBy }, slotOf, task: task?.id ?? null }]
    })
}

/** Who said no to a place, or did not answer, is not asked again for it, unless the officer has pinned them there. */
export function saidNo(board: Board, operation: Operation): HandChange[] {
  const bans: HandChange[] = []
  for (const { operation: of, place, unit, unitLink, members } of board.task.values()) {
    if (of !== operation.id) continue
    if (refusals.has(unitLink.step)) bans.push({ kind: 'forbid', unit, place })
    for (const { assistant, step } of members)
      if (refusals.has(step)) bans.push({ kind: 'forbid', assistant, place })
  }
  const { hands } = operation
  return bans.filter(({ assistant, unit, place }) =>
    hands.every((hand) => hand.kind !== 'pin' || hand.place !== place || !isAbout(hand, { assistant, unit })),
  )
}

const refusals: ReadonlySet<Step> = new Set(['declined', 'expired'])

const isAbout = (hand: HandChange, { assistant, unit }: { assistant?: Id; unit?: Id }): boolean =>
  assistant === undefined ? hand.assistant === undefined && hand.unit === unit : hand.assistant === assistant
