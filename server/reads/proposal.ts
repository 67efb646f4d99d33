import { maySee, maySeePosition, worksOn } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import type { Proposal } from '../../shared/pairing/proposal.ts'
import { isOvertaken, proposalOf, survey } from '../../shared/pairing/propose.ts'
import { ThreadEnded } from '../own-thread.ts'
import { breathe } from './breathe.ts'
import type { ReadParts, ReadSession } from './parts.ts'

interface Question {
  operation: Id
  /** Only for these. */
  places?: Id[] | undefined
}

/**
 * Who should go where: read from the board here, solved on a thread. It is advice, and the orders are checked when they
 * come; all the same, when one whom it names has moved while it was solved it is made once more.
 */
export function readProposal(
  parts: ReadParts,
  viewer: Viewer,
  session: ReadSession,
  question: Question,
): Promise<Proposal | Refusal> {
  return parts.turn(viewer.kind === 'staff' ? viewer.account : viewer.id, async () => {
    const began = performance.now()
    let made = await propose(parts, viewer, session, question)
    if (!isRefusal(made) && isOvertaken(parts.live.board, made))
      made = await propose(parts, viewer, session, question)
    return isRefusal(made) ? made : { ...made, tookMs: performance.now() - began }
  })
}

async function propose(
  { live: { board }, positions, solve, clock }: ReadParts,
  viewer: Viewer,
  session: ReadSession,
  question: Question,
): Promise<Proposal | Refusal> {
  const operation = board.operation.get(question.operation)
  if (!operation || !worksOn(board, viewer, operation.id)) return refuse('operation.unknown')
  // Whom the desk may not follow it cannot send either: for it, nothing is known of where they are.
  const located = (kind: 'assistant' | 'unit', id: Id) =>
    maySeePosition(board, viewer, kind, id) ? positions.latest({ kind, id }) : null
  const steps = survey(board, located, operation, clock.now(), {
    places: question.places,
    sees: (assistant) => maySee(board, viewer, 'assistant', assistant),
    before: session.last?.operation === operation.id ? session.last.cameTo : undefined,
  })
  let step = steps.next()
  for (; !step.done; step = steps.next()) await breathe()
  const surveyed = step.value
  try {
    const staffed = await solve(surveyed.staffing)
    session.last = { operation: operation.id, cameTo: staffed.remembered }
    return proposalOf(board, surveyed, staffed)
  } catch (error) {
    if (error instanceof ThreadEnded) return refuse('proposal.interrupted')
    throw error
  }
}
