import type { Alarm } from '../alarms/types.ts'
import { coversRegion } from '../auth/viewer.ts'
import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { seal } from '../kernel/decider.ts'
import { type Id, type Key, key } from '../kernel/ids.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Carrier } from '../shifts/events.ts'
import { ended, type Task } from '../tasks/types.ts'

const receiptStates = ['delivered', 'read', 'understood'] as const

export const messageDeciders: Deciders<
  'SendMessage' | 'TellOfLeaver' | 'SeeMessage' | 'OfferHandover' | 'SignHandover'
> = {
  SendMessage: {
    involves: ({ operation, task }, board) => [
      key('operation', operation),
      ...addressed(board, operation, task).map(({ id }) => key('task', id)),
    ],
    decide(board, { kind, operation: id, task, text }, ctx) {
      const operation = board.operation.get(id)
      if (!operation) return refuse('operation.unknown')
      if (operation.closedAt !== null) return refuse('operation.closed')
      if (kind === 'text' && text === undefined) return refuse('message.text-missing')
      if (kind === 'roll-call' && text !== undefined) return refuse('message.roll-call-has-text')
      const to = recipients(board, id, task)
      if (to.length === 0) return refuse('message.nobody')
      const message = ctx.newId()
      const body = text === undefined ? null : seal(ctx, text)
      return {
        facts: [
          {
            type: 'MessageSent',
            keys: [key('message', message)],
            data: { message, kind, operation: id, task, body: body?.sealed ?? null, to },
          },
        ],
        secrets: body ? [body.secret] : [],
        result: { message },
      }
    },
  },

  TellOfLeaver: {
    involves: ({ task }) => [key('task', task)],
    decide(board, { task: id, assistant }, ctx) {
      const task = board.task.get(id)
      const person = board.assistant.get(assistant)
      if (!task || !person || person.status === 'ACTIVE') return { facts: [] }
      const message = ctx.newId()
      const data = {
        ...{ message, kind: 'member-out', operation: task.operation, task: id, body: null },
        ...{ to: [{ kind: 'unit', id: task.unit }], about: { assistant, callSign: person.callSign } },
      }
      return { facts: [{ type: 'MessageSent', keys: [key('message', message)], data }] }
    },
  },

  SeeMessage: {
    commutes: true,
    involves: () => [],
    decide(board, { message: id, who, state }) {
      const receipt = board.message.get(id)?.receipts.find((receipt) => sameCarrier(receipt.who, who))
      if (!receipt) return refuse('message.not-addressed')
      // Who has understood it has read it, also when the earlier receipt was lost on the way.
      const reached = receiptStates.slice(0, receiptStates.indexOf(state) + 1)
      return {
        facts: reached
          .filter((state) => receipt[state] === null)
          .map((state) => ({
            type: 'MessageSeen',
            keys: [key('message', id)],
            data: { message: id, who, state },
          })),
      }
    },
  },

  OfferHandover: {
    involves: () => [],
    decide(board, { region, note }, ctx) {
      const handover = ctx.newId()
      const sealed = note === undefined ? null : seal(ctx, note)
      const { alarms, tasks } = openIn(board, region)
      return {
        facts: [
          {
            type: 'HandoverOffered',
            keys: [key('handover', handover)],
            data: {
              handover,
              region,
              alarms: alarms.map(({ id }) => id),
              tasks: tasks.map(({ id }) => id),
              note: sealed?.sealed ?? null,
            },
          },
        ],
        secrets: sealed ? [sealed.secret] : [],
        result: { handover },
      }
    },
  },

  SignHandover: {
    involves: ({ handover }, board): Key[] => [
      key('handover', handover),
      ...(board.handover.get(handover)?.alarms ?? []).map((id) => key('alarm', id)),
    ],
    decide(board, { handover: id }, { by }) {
      const handover = board.handover.get(id)
      if (!handover) return refuse('handover.unknown')
      if (handover.to === by.id) return { facts: [] }
      if (handover.signedAt !== null)
        return refuse('handover.signed', {
          holder: { kind: 'staff', id: handover.to ?? '', at: handover.signedAt },
        })
      if (handover.from === by.id) return refuse('handover.own')
      const alarms = handover.alarms.filter((alarm) => {
        const open = board.alarm.get(alarm)
        return open?.resolved === null && open.owner?.account === handover.from
      })
      return {
        facts: [
          {
            type: 'HandoverSigned',
            keys: [key('handover', id), ...alarms.map((alarm) => key('alarm', alarm))],
            data: { handover: id, account: by.id, alarms },
          },
        ],
      }
    },
  },
}

/** What is handed over with the desk of a region: its open alarms and running tasks. */
export function openIn(board: Board, region: string): { alarms: Alarm[]; tasks: Task[] } {
  const regionOf = (task: Task) => board.operation.get(task.operation)?.region ?? ''
  return {
    alarms: [...board.alarm.values()].filter(
      (alarm) => alarm.resolved === null && coversRegion(region, alarm.region),
    ),
    tasks: [...board.task.values()].filter(
      (task) => task.endedAt === null && coversRegion(region, regionOf(task)),
    ),
  }
}

/** Whom a message to the task, or with null to the whole operation, goes to now. */
export const recipients = (board: Board, operation: Id, task: Id | null): Carrier[] =>
  addressed(board, operation, task).flatMap(people)

/** The running tasks a message goes to: the named one, or all of the operation. */
function addressed(board: Board, operation: Id, named: Id | null): Task[] {
  return [...board.task.values()].filter(
    (task) =>
      task.operation === operation &&
      task.endedAt === null &&
      task.orders.length > 0 &&
      (named === null || task.id === named),
  )
}

/** The unit and the members who have not left the chain. */
function people(task: Task): Carrier[] {
  const members = task.members.filter(({ step }) => !ended.has(step))
  return [
    ...(ended.has(task.unitLink.step) ? [] : [{ kind: 'unit' as const, id: task.unit }]),
    ...members.map(({ assistant }) => ({ kind: 'assistant' as const, id: assistant })),
  ]
}

const sameCarrier = (a: Carrier, b: Carrier) => a.kind === b.kind && a.id === b.id
