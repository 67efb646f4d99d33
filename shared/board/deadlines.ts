import { tasksAt } from '../alarms/cause.ts'
import { climbs } from '../alarms/decide.ts'
import { overrunMinutes } from '../alarms/rules/shift-overrun.ts'
import { presentAt, underMinimumDue } from '../alarms/rules/under-minimum.ts'
import { type Alarm, climbSeconds } from '../alarms/types.ts'
import type { Application } from '../applications/types.ts'
import { forceParameters } from '../force-reports/parameters.ts'
import type { ForceReport } from '../force-reports/types.ts'
import { type EntityKind, entityOf, type Id, type Key, key, type Millis } from '../kernel/ids.ts'
import type { Operation, Place } from '../operations/types.ts'
import type { Carrier } from '../shifts/events.ts'
import { bookedOn } from '../shifts/types.ts'
import type { Party } from '../tasks/events.ts'
import { isBound } from '../tasks/links.ts'
import type { Task } from '../tasks/types.ts'
import type { Board, Entities } from './board.ts'
import type { Command } from './commands.ts'

/**
 * A command that is due at an instant, unless the board changes before; given late or twice it decides nothing. `reason`
 * is the same on every node, so that of all that give it the log takes one.
 */
export interface Deadline {
  reason: string
  at: Millis
  command: Command
}

const timedKinds = ['task', 'alarm', 'assistant', 'unit', 'place', 'application', 'report'] as const
type TimedKind = (typeof timedKinds)[number]

/**
 * What is due for every entity whose deadlines may have changed with `changed` (an event's keys), or for all: an
 * entity's entry replaces what was due for it before, an empty one ends it. The board alone says it, so after a restart
 * it is the same.
 */
export function deadlinesOf(board: Board, changed: Iterable<Key> | 'all'): Map<Key, Deadline[]> {
  const keys =
    changed === 'all'
      ? timedKinds.flatMap((kind) => [...board[kind].keys()].map((id) => key(kind, id)))
      : [...changed].flatMap((one) => dependents(board, one))
  const due = new Map<Key, Deadline[]>()
  for (const of of keys) if (!due.has(of)) due.set(of, dueFor(board, of))
  return due
}

/** A place's deadlines look at its tasks and its operation, a unit's at the members who need it. */
function dependents(board: Board, changed: Key): Key[] {
  const entity = entityOf(changed)
  if (entity?.kind === 'operation')
    return [...board.place.values()]
      .filter(({ operation }) => operation === entity.id)
      .map(({ id }) => key('place', id))
  const task = entity?.kind === 'task' ? board.task.get(entity.id) : undefined
  return [
    ...(entity && isTimed(entity.kind) ? [changed] : []),
    ...(task ? [key('place', task.place), key('unit', task.unit)] : []),
  ]
}

const isTimed = (kind: EntityKind): kind is TimedKind => timedKinds.some((timed) => timed === kind)

function dueFor(board: Board, of: Key): Deadline[] {
  const { kind, id } = entityOf(of) as { kind: TimedKind; id: Id }
  switch (kind) {
    case 'task': {
      const task = board.task.get(id)
      return task ? offers(task) : []
    }
    case 'alarm': {
      const alarm = board.alarm.get(id)
      return alarm ? climb(alarm) : []
    }
    case 'application': {
      const application = board.application.get(id)
      return application ? overdue(application) : []
    }
    case 'report': {
      const report = board.report.get(id)
      return report ? [...unwritten(report), ...minute(report)] : []
    }
    case 'place': {
      const place = board.place.get(id)
      const operation = board.operation.get(place?.operation ?? '')
      return place && operation ? minimum(operation, place, tasksAt(board, id)) : []
    }
    default: {
      const carrier = board[kind].get(id)
      if (!carrier) return []
      const task = board.task.get(carrier.task ?? '')
      return [
        ...shiftEnd({ kind, id }, carrier),
        ...(kind === 'unit' && task ? partnerEnd(task, carrier) : []),
      ]
    }
  }
}

function offers(task: Task): Deadline[] {
  if (task.endedAt !== null || task.orders.length === 0) return []
  const expire = (party: Party, { offer: { n, expiresAt } }: Pick<Task['unitLink'], 'offer'>): Deadline => ({
    reason: `expire:${task.id}:${'unit' in party ? party.unit : party.assistant}:${n}`,
    at: expiresAt,
    command: { type: 'ExpireOffer', body: { task: task.id, party, n } },
  })
  const asked = task.members.filter(({ step }) => step === 'offered')
  return [
    ...(task.unitLink.step === 'offered' ? [expire({ unit: task.unit }, task.unitLink)] : []),
    ...asked.map((member) => expire({ assistant: member.assistant }, member)),
  ]
}

function climb(alarm: Alarm): Deadline[] {
  const level = alarm.climbed.length + 1
  const seconds = climbSeconds[level - 1]
  if (seconds === undefined || !climbs(alarm)) return []
  return [
    {
      reason: `climb:${alarm.id}:${level}`,
      at: Math.max(alarm.raisedAt + seconds * 1000, alarm.shelvedUntil ?? 0),
      command: { type: 'ClimbAlarm', body: { alarm: alarm.id, level } },
    },
  ]
}

/**
 * D5. Without a task the shift closes at its end. With one the desk is told, to extend it or stand the person down; half
 * an hour later an assistant is stood down, since tracking must end. A police unit stays: the desk decides.
 */
function shiftEnd(who: Carrier, { shift, task }: Entities['assistant' | 'unit']): Deadline[] {
  if (!bookedOn(shift)) return []
  const { to } = shift
  if (task === null)
    return [{ reason: `release:${who.id}:${to}`, at: to, command: { type: 'BookOff', body: { who } } }]
  const overrun: Deadline = {
    reason: `overrun:${who.id}:${to}`,
    at: to,
    command: {
      type: 'RaiseAlarm',
      body: { kind: 'shift-overrun', subject: who, task, fix: null, params: { to } },
    },
  }
  if (who.kind === 'unit') return [overrun]
  return [
    overrun,
    {
      reason: `stand-down:${who.id}:${to}`,
      at: to + overrunMinutes.release * 60_000,
      command: { type: 'StandDown', body: { task, party: { assistant: who.id } } },
    },
  ]
}

/** D3: with the end of the unit's shift its members are without police on duty. */
function partnerEnd(task: Task, { shift }: Entities['unit' | 'assistant']): Deadline[] {
  if (!bookedOn(shift) || task.endedAt !== null) return []
  return task.members
    .filter((member) => isBound(member) && member.step !== 'hold')
    .map(({ assistant }) => ({
      reason: `unpaired:${task.id}:${assistant}:${shift.to}`,
      at: shift.to,
      command: { type: 'HoldMember', body: { task: task.id, assistant, rule: 'D3' } },
    }))
}

/** T1 and T2: nothing is approved by silence. The file is marked, and its supervisor sees it. */
function overdue({ id, clock }: Application): Deadline[] {
  if (!clock || clock.overdueAt !== null) return []
  const { dueAt } = clock
  return [
    {
      reason: `overdue:${id}:${dueAt}`,
      at: dueAt + 1,
      command: { type: 'MarkOverdue', body: { application: id, dueAt } },
    },
  ]
}

/** The written part of a report of force: late, the desk hears of it again. */
function unwritten({ id, account, overdueAt, signed, dueAt }: ForceReport): Deadline[] {
  if (account || overdueAt !== null || signed) return []
  const command = { type: 'MarkReportOverdue', body: { report: id } } as const
  return [{ reason: `unwritten:${id}`, at: dueAt + 1, command }]
}

/** What the record says of the minute of the event is copied, once. */
function minute({ id, minute, reportedAt, happenedAt }: ForceReport): Deadline[] {
  if (minute) return []
  const { freezeAfter, minute: parameter } = forceParameters
  const command = { type: 'FreezeForceMinute', body: { report: id } } as const
  return [
    {
      reason: `freeze:${id}`,
      at: Math.max(reportedAt, happenedAt + parameter.after) + freezeAfter,
      command,
    },
  ]
}

function minimum(operation: Operation, place: Place, tasks: Task[]): Deadline[] {
  const at = underMinimumDue({ operation, place, tasks })
  if (at === null) return []
  return [
    {
      reason: `minimum:${place.id}:${at}`,
      at,
      command: {
        type: 'RaiseAlarm',
        body: {
          kind: 'under-minimum',
          subject: { kind: 'place', id: place.id },
          task: null,
          fix: null,
          params: { present: presentAt(tasks), minimum: place.minimum },
        },
      },
    },
  ]
}
