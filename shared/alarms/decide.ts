import { holds, staffViewer } from '../auth/viewer.ts'
import type { Board } from '../board/board.ts'
import type { Body } from '../board/commands.ts'
import type { Deciders } from '../board/decision.ts'
import { type Decision, type DecisionContext, seal } from '../kernel/decider.ts'
import { alarmSlot, type Id, key } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { onDuty } from '../shifts/types.ts'
import { causeNow, watchedByPosition } from './cause.ts'
import { openAlarm, repeatQuiet } from './slots.ts'
import type { Alarm, AlarmKind } from './types.ts'

type AlarmCommand =
  | 'RaiseAlarm'
  | 'CallForHelp'
  | 'OwnAlarm'
  | 'ConfirmOfficerWith'
  | 'ClimbAlarm'
  | 'ShelveAlarm'
  | 'ResolveAlarm'
  | 'ClearAlarm'

const shelveMinutes = 60

export const alarmDeciders: Deciders<AlarmCommand> = {
  RaiseAlarm: {
    involves: ({ kind, subject, task, operation }, board) => [
      alarmSlot(kind, subject.id),
      ...openKeys(board, kind, subject.id),
      key(subject.kind, subject.id),
      ...(task ? [key('task', task)] : []),
      ...(operation ? [key('operation', operation)] : []),
    ],
    decide(board, body, ctx) {
      const { kind, subject } = body
      if (!board[subject.kind].has(subject.id)) return refuse('alarm.subject-unknown')
      if (causeNow(board, body, ctx.now) !== 'stands') return { facts: [] }
      const open = openAlarm(board, kind, subject.id)
      return open ? repeat(open, body, ctx) : raise(board, body, ctx)
    },
  },

  CallForHelp: {
    // The slot alone: nothing else that moves meanwhile may hold a call for help up.
    involves: (_, board, by) => [alarmSlot('sos', by.id), ...openKeys(board, 'sos', by.id)],
    decide(board, { pressedAt, fix }, ctx) {
      const { kind, id } = ctx.by
      if (kind !== 'assistant' && kind !== 'unit') return refuse('alarm.not-a-carrier')
      const carrier = board[kind].get(id)
      if (!carrier) return refuse('alarm.subject-unknown')
      const params = { pressedAt: Math.min(pressedAt, ctx.now) }
      const open = openAlarm(board, 'sos', id)
      if (open) return repeat(open, { fix, params }, ctx)
      return raise(board, { kind: 'sos', subject: { kind, id }, task: carrier.task, fix, params }, ctx)
    },
  },

  OwnAlarm: {
    involves: ({ alarm }) => [key('alarm', alarm)],
    decide(board, body, { by }) {
      const alarm = unresolved(board, body.alarm)
      if (isRefusal(alarm)) return alarm
      const { owner } = alarm
      if (owner?.account === by.id) return { facts: [] }
      if (owner && board.account.get(owner.account)?.open && !isSupervisor(board, by.id, alarm))
        return refuse('alarm.owned', { holder: { kind: 'staff', id: owner.account, at: owner.at } })
      return one('AlarmOwned', alarm.id, { account: by.id })
    },
  },

  ConfirmOfficerWith: {
    involves: ({ alarm }) => [key('alarm', alarm)],
    decide(board, body, { by }) {
      const alarm = unresolved(board, body.alarm)
      if (isRefusal(alarm)) return alarm
      if (alarm.kind !== 'sos') return refuse('alarm.not-sos')
      if (alarm.officerWith) return { facts: [] }
      return one('OfficerWithPerson', alarm.id, { account: by.id })
    },
  },

  ClimbAlarm: {
    involves: ({ alarm }) => [key('alarm', alarm)],
    decide(board, { alarm: id, level }, { now }) {
      const alarm = board.alarm.get(id)
      if (!alarm || !climbs(alarm) || alarm.climbed.length + 1 !== level) return { facts: [] }
      if (alarm.shelvedUntil !== null && now < alarm.shelvedUntil) return { facts: [] }
      return one('AlarmClimbed', id, { level })
    },
  },

  ShelveAlarm: {
    involves: ({ alarm }) => [key('alarm', alarm)],
    decide(board, body, { now }) {
      const alarm = unresolved(board, body.alarm)
      if (isRefusal(alarm)) return alarm
      if (alarm.kind === 'sos') return refuse('alarm.sos-not-shelved')
      if (body.until <= now || body.until > now + shelveMinutes * 60_000)
        return refuse('alarm.shelve-time', { params: { minutes: shelveMinutes } })
      if (alarm.shelvedUntil === body.until) return { facts: [] }
      return one('AlarmShelved', alarm.id, { until: body.until })
    },
  },

  ResolveAlarm: {
    involves: ({ alarm }, board) => [key('alarm', alarm), ...slotOf(board, alarm)],
    decide(board, body, ctx) {
      const alarm = board.alarm.get(body.alarm)
      if (!alarm) return refuse('alarm.unknown')
      if (alarm.resolved) return { facts: [] }
      const { owner } = alarm
      if (owner?.account !== ctx.by.id && !isSupervisor(board, ctx.by.id, alarm))
        return owner
          ? refuse('alarm.owned', { holder: { kind: 'staff', id: owner.account, at: owner.at } })
          : refuse('alarm.not-owned')
      const words = body.words === undefined ? null : seal(ctx, body.words)
      return {
        facts: [resolved(alarm, { account: ctx.by.id, reason: body.reason, words: words?.sealed ?? null })],
        secrets: words ? [words.secret] : [],
      }
    },
  },

  ClearAlarm: {
    involves: ({ alarm }, board) => [key('alarm', alarm), ...slotOf(board, alarm), ...causeOf(board, alarm)],
    decide(board, body, { now }) {
      const alarm = board.alarm.get(body.alarm)
      if (!alarm || alarm.resolved) return { facts: [] }
      if (!watchedByPosition.has(alarm.kind) && causeNow(board, alarm, now) !== 'over') return { facts: [] }
      return { facts: [resolved(alarm, { account: null, reason: 'cause-gone', words: null })] }
    },
  },
}

/** Whether time still makes it climb: until an owner has it, a call for help until an officer is with the person. */
export function climbs({ kind, resolved, owner, officerWith }: Alarm): boolean {
  if (kind === 'uninvited') return false
  return resolved === null && (kind === 'sos' ? officerWith === null : owner === null)
}

/** The alarm's id is the command's first one, so that the push at receipt and the stored alarm are known as one. */
function raise(board: Board, body: Body<'RaiseAlarm'>, ctx: DecisionContext): Decision {
  const { kind, subject, params } = body
  const alarm = ctx.newId()
  const task = board.task.get(body.task ?? '')
  const place = subject.kind === 'place' ? board.place.get(subject.id) : undefined
  const carrier = subject.kind === 'place' ? undefined : board[subject.kind].get(subject.id)
  const operation = board.operation.get(task?.operation ?? place?.operation ?? body.operation ?? '')
  const fix = sealFix(body.fix, ctx)
  return {
    facts: [
      {
        type: 'AlarmRaised',
        keys: [key('alarm', alarm), alarmSlot(kind, subject.id)],
        data: {
          alarm,
          kind,
          subject,
          // Where it happens; the subject's own region sees it anyway.
          region: operation?.region ?? carrier?.region ?? '',
          operation: operation?.id ?? null,
          task: task?.id ?? null,
          fix: fix?.sealed ?? null,
          params,
          offDuty: carrier !== undefined && !onDuty(carrier.shift, ctx.now),
        },
      },
    ],
    secrets: fix ? [fix.secret] : [],
    result: { alarm },
  }
}

function repeat(
  alarm: Alarm,
  body: Pick<Body<'RaiseAlarm'>, 'fix' | 'params'>,
  ctx: DecisionContext,
): Decision {
  const result = { alarm: alarm.id }
  const firstFix = alarm.fix === null && body.fix !== null
  if (ctx.now - alarm.repeatedAt < repeatQuiet && !firstFix) return { facts: [], result }
  const fix = sealFix(body.fix, ctx)
  return {
    ...one('AlarmRepeated', alarm.id, { fix: fix?.sealed ?? null, params: body.params }),
    secrets: fix ? [fix.secret] : [],
    result,
  }
}

const sealFix = (fix: Body<'RaiseAlarm'>['fix'], ctx: DecisionContext) =>
  fix && seal(ctx, JSON.stringify(fix))

const one = (type: string, alarm: Id, data: object) => ({
  facts: [{ type, keys: [key('alarm', alarm)], data: { alarm, ...data } }],
})

const resolved = (alarm: Alarm, data: object) => ({
  type: 'AlarmResolved',
  keys: [key('alarm', alarm.id), alarmSlot(alarm.kind, alarm.subject.id)],
  data: { alarm: alarm.id, ...data },
})

function openKeys(board: Board, kind: AlarmKind, subject: Id) {
  const open = openAlarm(board, kind, subject)
  return open ? [key('alarm', open.id)] : []
}

function slotOf(board: Board, id: Id) {
  const alarm = board.alarm.get(id)
  return alarm ? [alarmSlot(alarm.kind, alarm.subject.id)] : []
}

function causeOf(board: Board, id: Id) {
  const alarm = board.alarm.get(id)
  if (!alarm) return []
  return [key(alarm.subject.kind, alarm.subject.id), ...(alarm.task ? [key('task', alarm.task)] : [])]
}

function unresolved(board: Board, id: Id): Alarm | Refusal {
  const alarm = board.alarm.get(id)
  if (!alarm) return refuse('alarm.unknown')
  return alarm.resolved ? refuse('alarm.resolved') : alarm
}

function isSupervisor(board: Board, account: Id, { region, operation }: Alarm): boolean {
  const viewer = staffViewer(board, account)
  return viewer !== null && holds(viewer, ['supervisor'], region, operation)
}
