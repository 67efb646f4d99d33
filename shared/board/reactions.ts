import { causeNow } from '../alarms/cause.ts'
import { partnerLost } from '../alarms/rules/partner-lost.ts'
import type { Alarm } from '../alarms/types.ts'
import { holdsAgain, isHeldByGate, lostRule } from '../gates/hold.ts'
import type { LoggedEvent } from '../kernel/event.ts'
import { entityOf, type Id, key } from '../kernel/ids.ts'
import { isEnding } from '../law/endings/all.ts'
import { bookedOn } from '../shifts/types.ts'
import { linkOf } from '../tasks/links.ts'
import { ended, type Task } from '../tasks/types.ts'
import type { Board } from './board.ts'
import type { Command } from './commands.ts'
import type { SerikEvent } from './fold.ts'

/** A command the server gives itself. The same `reason` is one command on every node, also when it is given again. */
export type Reaction = { reason: string } & Command

/**
 * What follows from an event, in order. `board` has the event folded in, and perhaps later ones: each command is decided
 * again on the newest board, and one whose ground is gone decides nothing. So this may also be run again over events
 * whose reactions a stopped node may not have given.
 */
export function react(board: Board, logged: LoggedEvent): Reaction[] {
  const event = logged as SerikEvent
  return reactors.flatMap((reactor) => reactor(board, event))
}

type Reactor = (board: Board, event: SerikEvent) => Reaction[]

/** Whom a gate no longer lets act is held, and goes on when all gates hold again (D1, D3, D11, D12). */
const holdAndResume: Reactor = (board, event) =>
  touchedTasks(board, event).flatMap((task) =>
    task.members.flatMap((member): Reaction[] => {
      const ids = { task: task.id, assistant: member.assistant }
      const reason = `${task.id}:${member.assistant}:${event.seq}`
      if (isHeldByGate(member))
        return holdsAgain(board, task, member, event.at)
          ? [{ reason: `resume:${reason}`, type: 'ResumeMember', body: ids }]
          : []
      const rule = member.step === 'hold' ? null : lostRule(board, task, member, event.at)
      return rule ? [{ reason: `hold:${reason}`, type: 'HoldMember', body: { ...ids, rule } }] : []
    }),
  )

/**
 * D1: who is no longer ACTIVE goes off shift at once and out of an offer; a trigger of the end takes the person out of
 * the work too, and the unit is told. Who was on HOLD already is reported as well.
 */
const leaveRegistry: Reactor = (board, event) => {
  if (event.type !== 'RegistryStatusChanged' || event.data.to === 'ACTIVE') return []
  const byTrigger = isEnding(event.data.reason)
  if (event.data.from !== 'ACTIVE' && !byTrigger) return []
  const who = { kind: 'assistant' as const, id: event.data.assistant }
  const assistant = board.assistant.get(who.id)
  const task = board.task.get(assistant?.task ?? '')
  const step = task && linkOf(task, { assistant: who.id })?.step
  const reactions: Reaction[] = []
  const leaves = step === 'offered' || (byTrigger && step !== undefined && !ended.has(step))
  if (task && leaves)
    reactions.push({
      reason: `registry-out:${who.id}:${event.seq}`,
      type: 'StandDown',
      body: { task: task.id, party: { assistant: who.id } },
    })
  if (task && leaves && step !== 'offered')
    reactions.push({
      reason: `registry-told:${who.id}:${event.seq}`,
      type: 'TellOfLeaver',
      body: { task: task.id, assistant: who.id },
    })
  if (task && step !== undefined && step !== 'offered')
    reactions.push(raise(event, 'gate-lost', who, task.id, { rule: 'D1' }))
  if (bookedOn(assistant?.shift ?? null))
    reactions.push({ reason: `registry-off:${who.id}:${event.seq}`, type: 'BookOff', body: { who } })
  return reactions
}

/** With the registration, and by its triggers already with the suspension, every device of the person ends. */
const revokeDevices: Reactor = (board, event) => {
  if (event.type !== 'RegistryStatusChanged') return []
  if (event.data.to !== 'TERMINATED' && !isEnding(event.data.reason)) return []
  return [...board.device.values()]
    .filter(({ holder, revoked }) => holder.id === event.data.assistant && !revoked)
    .map(({ id }) => ({
      reason: `revoke:${id}:${event.seq}`,
      type: 'RevokeDevice' as const,
      body: { device: id },
    }))
}

/** D11: the unit reports leaving, goes off duty, leaves the chain, or its members were held for want of it. */
const alarmPartnerLost: Reactor = (board, event) => {
  const task = taskWithoutPartner(board, event)
  const unit = board.unit.get(task?.unit ?? '')
  const verdict = task && unit ? partnerLost.judge({ task, unit, now: event.at }) : null
  if (!task || verdict === null || verdict === 'clear') return []
  return [raise(event, 'partner-lost', { kind: 'unit', id: task.unit }, task.id, verdict.raise)]
}

function taskWithoutPartner(board: Board, event: SerikEvent): Task | undefined {
  switch (event.type) {
    case 'UnitLeaving':
      return board.task.get(board.unit.get(event.data.unit)?.task ?? '')
    case 'ShiftClosed':
      return event.data.who.kind === 'unit'
        ? board.task.get(board.unit.get(event.data.who.id)?.task ?? '')
        : undefined
    case 'StepTaken': {
      const { party, to, rule } = event.data
      const lost = 'unit' in party ? ended.has(to) : to === 'hold' && (rule === 'D3' || rule === 'D11')
      return lost ? board.task.get(event.data.task) : undefined
    }
    default:
      return undefined
  }
}

/** Every other gate that holds somebody: the desk must know. */
const alarmGateLost: Reactor = (_, event) => {
  if (event.type !== 'StepTaken' || event.data.to !== 'hold' || !('assistant' in event.data.party)) return []
  const { task, party, rule } = event.data
  if (rule === undefined || rule === 'desk' || rule === 'D3' || rule === 'D11' || rule === 'D12') return []
  return [raise(event, 'gate-lost', { kind: 'assistant', id: party.assistant }, task, { rule })]
}

/** Force was used, or the written part is late: the duty officer hears of it at once. */
const alarmForce: Reactor = (board, event) => {
  if (event.type !== 'ForceReported' && event.type !== 'ForceReportOverdue') return []
  const report = board.report.get(event.data.report)
  if (!report) return []
  const late = event.type === 'ForceReportOverdue' ? 1 : 0
  return [raise(event, 'force-used', { kind: 'assistant', id: report.assistant }, report.task, { late })]
}

const alarmOfferUnanswered: Reactor = (_, event) => {
  if (event.type !== 'StepTaken' || event.data.to !== 'expired') return []
  const { task, party } = event.data
  const subject =
    'unit' in party
      ? { kind: 'unit' as const, id: party.unit }
      : { kind: 'assistant' as const, id: party.assistant }
  return [raise(event, 'offer-unanswered', subject, task, {})]
}

/** Open alarms near the event whose cause it has ended. A call for help is never closed by the server. */
const clearWhatIsOver: Reactor = (board, event) => {
  const near = new Set<string>(event.keys)
  for (const task of touchedTasks(board, event)) near.add(key('place', task.place))
  const touches = ({ subject, task, operation }: Alarm) =>
    near.has(key(subject.kind, subject.id)) ||
    (task !== null && near.has(key('task', task))) ||
    (operation !== null && near.has(key('operation', operation)))
  return [...board.alarm.values()]
    .filter((alarm) => alarm.resolved === null && alarm.kind !== 'sos' && touches(alarm))
    .filter((alarm) => causeNow(board, alarm, event.at) === 'over')
    .map(({ id }) => ({
      reason: `clear:${id}:${event.seq}`,
      type: 'ClearAlarm' as const,
      body: { alarm: id },
    }))
}

/** In this order: first nobody acts who must not, then the desk hears of it, then what is over goes. */
const reactors: Reactor[] = [
  holdAndResume,
  leaveRegistry,
  revokeDevices,
  alarmPartnerLost,
  alarmGateLost,
  alarmOfferUnanswered,
  alarmForce,
  clearWhatIsOver,
]

/** Tasks among the event's keys, and those that hold its carriers. */
function touchedTasks(board: Board, { keys }: SerikEvent): Task[] {
  const found = new Map<Id, Task>()
  for (const touched of keys) {
    const entity = entityOf(touched)
    if (entity?.kind !== 'task' && entity?.kind !== 'assistant' && entity?.kind !== 'unit') continue
    const id = entity.kind === 'task' ? entity.id : board[entity.kind].get(entity.id)?.task
    const task = board.task.get(id ?? '')
    if (task) found.set(task.id, task)
  }
  return [...found.values()]
}

function raise(
  event: SerikEvent,
  kind: Alarm['kind'],
  subject: Alarm['subject'],
  task: Id | null,
  params: Record<string, string | number>,
): Reaction {
  return {
    reason: `${kind}:${subject.id}:${event.seq}`,
    type: 'RaiseAlarm',
    body: { kind, subject, task, fix: null, params },
  }
}
