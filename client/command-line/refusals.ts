import { alarmDeciders } from '../../shared/alarms/decide.ts'
import { mayGive } from '../../shared/auth/may-give.ts'
import type { Body, CommandType } from '../../shared/board/commands.ts'
import type { Decider } from '../../shared/board/decision.ts'
import type { DecisionContext } from '../../shared/kernel/decider.ts'
import { isRefusal } from '../../shared/kernel/refusal.ts'
import { messageDeciders } from '../../shared/messages/decide.ts'
import { shiftDeciders } from '../../shared/shifts/decide.ts'
import { taskDeciders } from '../../shared/tasks/decide.ts'
import type { Act, CommandContext, Suggestion } from './context.ts'

type Refused = NonNullable<Suggestion['refused']>
const known: Partial<Record<CommandType, Decider<never>>> = {
  ...taskDeciders,
  ...shiftDeciders,
  ...messageDeciders,
  ...alarmDeciders,
}

/** The right alone: for what opens a form that asks for the rest. */
export function forbidden<Type extends CommandType>(
  { board, viewer }: CommandContext,
  type: Type,
  body: Partial<Body<Type>>,
): Refused | undefined {
  return mayGive(board, viewer, type, body as Body<Type>) ? undefined : { code: 'command.forbidden' }
}

/**
 * Why the server would refuse this now, as far as this desk's board can tell: the right, then the decision itself,
 * decided here and thrown away. Null body parts never come: what is dry-run is what would be sent.
 */
export function refusalOf(
  context: CommandContext,
  { type, body }: Act & { kind: 'give' },
): Refused | undefined {
  const { board, viewer, now, t } = context
  if (!mayGive(board, viewer, type, body)) return { code: 'command.forbidden' }
  const decider = known[type]
  if (!decider) return undefined
  const by: DecisionContext = {
    now,
    by: { kind: 'staff', id: viewer.account },
    police: viewer.police,
    newId: () => 'dry-run',
    digest: () => '',
  }
  const decision = decider.decide(board, body as never, by)
  if (isRefusal(decision)) return decision
  return decision.facts.length === 0 ? { because: t('commands:nothing-changes') } : undefined
}
