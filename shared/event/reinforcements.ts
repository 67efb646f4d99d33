import type { Board } from '../board/board.ts'
import { checkGates } from '../gates/all.ts'
import { gateInput } from '../gates/hold.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import { arriveSeconds } from '../matching/cost.ts'
import type { Operation, Place } from '../operations/types.ts'
import type { ProposedTeam } from '../pairing/proposal.ts'
import { slotIsFree } from '../tasks/offers.ts'
import { slotRefusal } from '../tasks/team.ts'
import type { Task } from '../tasks/types.ts'

/** Somebody who may lawfully go to a post, and what stays behind. */
export interface Reinforcement {
  assistant: Id
  slot: number
  /** Seconds on foot from the newest fix; null when nothing is known of where they are. */
  arrive: number | null
  /** The post they would leave: people now, people after, its minimum. Null for a free person. */
  from: { task: Id; place: Id; now: number; after: number; minimum: number } | null
}

/**
 * Who can fill a post, nearest first: free people whom the proposal for this place lets through, and people who stand at
 * other posts of the event that keep their minimum without them.
 */
export function reinforcements(
  board: Board,
  operation: Operation,
  post: Place,
  task: Task | null,
  team: ProposedTeam | null,
  spotOf: (assistant: Id) => LatLng | null,
  now: Millis,
): Reinforcement[] {
  const free = post.slots.map((_, slot) => slot).filter((slot) => task === null || slotIsFree(task, slot))
  const fits = (assistant: Id) =>
    free.find((slot) => slotRefusal(board, post, { assistant, slot }) === null) ?? null
  const arrive = (assistant: Id) => {
    const at = spotOf(assistant)
    return at && arriveSeconds(at, post.meeting.at)
  }
  const found: Reinforcement[] = []
  const proposed = [
    ...(team?.members.map(({ assistant }) => assistant) ?? []),
    ...(team?.alternatives.members.filter(({ sentTo }) => !sentTo).map(({ assistant }) => assistant) ?? []),
  ]
  for (const assistant of new Set(proposed)) {
    const slot = fits(assistant)
    if (slot !== null) found.push({ assistant, slot, arrive: arrive(assistant), from: null })
  }
  if (task !== null)
    for (const other of board.task.values()) {
      if (other.operation !== operation.id || other.endedAt !== null || other.id === task.id) continue
      const place = board.place.get(other.place)
      const present = other.members.filter(({ step }) => step === 'on-scene')
      if (!place || present.length - 1 < place.minimum) continue
      for (const { assistant } of present) {
        const slot = fits(assistant)
        const input = gateInput(board, task, assistant, now)
        if (slot === null || !input || checkGates('always', { ...input, task: other.id }).length > 0) continue
        found.push({
          assistant,
          slot,
          arrive: arrive(assistant),
          from: {
            task: other.id,
            place: place.id,
            now: present.length,
            after: present.length - 1,
            minimum: place.minimum,
          },
        })
      }
    }
  return found.sort(
    (a, b) => (a.arrive ?? Infinity) - (b.arrive ?? Infinity) || (a.assistant < b.assistant ? -1 : 1),
  )
}
