import type { Board } from '../../shared/board/board.ts'
import { type Id, type Key, key } from '../../shared/kernel/ids.ts'
import type { Proposal, ProposedTeam } from '../../shared/pairing/proposal.ts'
import { taskAt } from '../../shared/tasks/links.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import type { Giver } from '../store/giver.ts'

/** Where a row's sending and refusal are shown. */
export const rowOf = (place: Id): string => `send:${place}`

/** Whether there is anything to send for a place: somebody, and a unit that leads. */
export function maySend(board: Board, team: ProposedTeam): boolean {
  if (team.unit) return true
  return team.members.length > 0 && taskAt(board, team.place) !== undefined
}

/** What was looked at for this team alone. */
export function seenFor({ seen }: Proposal, { place, unit, members }: ProposedTeam): Record<Key, number> {
  const keys = [
    key('place', place),
    ...(unit ? [key('unit', unit.id)] : []),
    ...members.map(({ assistant }) => key('assistant', assistant)),
  ]
  return pick(seen, keys)
}

const pick = (seen: Record<Key, number>, keys: Key[]): Record<Key, number> =>
  Object.fromEntries(keys.flatMap((of) => (seen[of] === undefined ? [] : [[of, seen[of]]])))

/**
 * Sends one row: an order for a place that nobody had, else the unit and the people that its running task lacked when
 * they were proposed (a task that another desk has sent since is not changed: the server says which one it is). The
 * first refusal ends it and stays at the row.
 */
export async function sendTeam(
  giver: Giver,
  board: Board,
  proposal: Proposal,
  team: ProposedTeam,
): Promise<CommandAnswer> {
  const { place, unit, members, alternatives } = team
  const operation = board.operation.get(proposal.operation)
  const near = rowOf(place)
  const seen = seenFor(proposal, team)
  const found = taskAt(board, place)
  const running = found && proposal.seen[key('task', found.id)] !== undefined ? found : undefined
  if (!running) {
    if (!unit) return { ok: false, code: 'proposal.no-unit' }
    const reserve = alternatives.members.filter(({ sentTo }) => !sentTo).map(({ assistant }) => assistant)
    return giver.give(
      'SendTask',
      {
        operation: proposal.operation,
        place,
        unit: unit.id,
        members: members.map(({ assistant, slot }) => ({ assistant, slot })),
        ...(operation?.autoRefill && reserve.length > 0 && { reserve }),
      },
      { seen, near },
    )
  }
  let answer: CommandAnswer = { ok: true, upTo: board.seq }
  if (unit) {
    const of = key('task', running.id)
    const looked = { ...pick(seen, [key('unit', unit.id)]), [of]: proposal.seen[of] ?? 0 }
    answer = await giver.give('ReplaceUnit', { task: running.id, unit: unit.id }, { near, seen: looked })
  }
  for (const { assistant, slot } of members) {
    if (!answer.ok) return answer
    const looked = pick(seen, [key('assistant', assistant)])
    answer = await giver.give('OfferSlot', { task: running.id, assistant, slot }, { near, seen: looked })
  }
  return answer
}
