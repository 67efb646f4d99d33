import type { Deciders } from '../board/decision.ts'
import { policeRefusal } from '../gates/d04.ts'
import { key } from '../kernel/ids.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { refuseRequest } from './ending.ts'
import type { TaskFact } from './events.ts'
import { isLive, keysOfTask, runningTask } from './links.ts'
import { offer, slotIsFree } from './offers.ts'
import { offerUntil, orderOf } from './orders.ts'
import { offerRefusal, teamRefusal } from './team.ts'

export const sendingDeciders: Deciders<'SendTask' | 'ApproveTask' | 'RefuseTask' | 'OfferSlot'> = {
  SendTask: {
    involves: ({ operation, place, unit, members }) => [
      key('operation', operation),
      // A search that has found its subject sends nobody.
      key('case', operation),
      key('place', place),
      key('unit', unit),
      ...members.map(({ assistant }) => key('assistant', assistant)),
    ],
    decide(board, { reserve: named = [], ...team }, ctx) {
      const operation = board.operation.get(team.operation)
      if (!operation) return refuse('operation.unknown')
      const refusal = teamRefusal(board, operation, team, ctx.now, null)
      if (refusal) return refusal
      const task = ctx.newId()
      const number = operation.taskCount + 1
      const reserve = named.filter((id) => team.members.every(({ assistant }) => assistant !== id))
      const data = { task, number, ...team, reserve }
      const keys = [
        key('task', task),
        key('operation', team.operation),
        key('unit', team.unit),
        ...team.members.map(({ assistant }) => key('assistant', assistant)),
      ]
      const fact: TaskFact = ctx.police
        ? {
            type: 'TaskSent',
            keys,
            data: { ...data, order: orderOf(operation, team.unit, ctx), expiresAt: offerUntil(ctx.now) },
          }
        : { type: 'TaskRequested', keys, data }
      return { facts: [fact], result: { task, number } }
    },
  },

  ApproveTask: {
    involves: (body, board) => keysOfTask(board, body.task),
    decide(board, body, ctx) {
      const task = board.task.get(body.task)
      if (!task) return refuse('task.unknown')
      const { operation: operationId, place, unit, number, reserve } = task
      const no = policeRefusal(ctx, unit)
      if (no) return no
      if (task.endedAt !== null) return refuse('task.ended')
      if (task.orders.length > 0) return { facts: [] }
      const members = task.members.map(({ assistant, slot }) => ({ assistant, slot }))
      const team = { operation: operationId, place, unit, members }
      const operation = board.operation.get(operationId)
      if (!operation) return refuse('operation.unknown')
      const refusal = teamRefusal(board, operation, team, ctx.now, task.id)
      if (refusal) return refusal
      const order = orderOf(operation, unit, ctx)
      const fact: TaskFact = {
        type: 'TaskSent',
        keys: [
          key('task', task.id),
          key('unit', unit),
          ...members.map(({ assistant }) => key('assistant', assistant)),
        ],
        data: { task: task.id, number, ...team, reserve, order, expiresAt: offerUntil(ctx.now) },
      }
      return { facts: [fact], result: { task: task.id, number } }
    },
  },

  RefuseTask: {
    involves: (body, board) => keysOfTask(board, body.task),
    decide(board, body, ctx) {
      const task = board.task.get(body.task)
      if (!task) return refuse('task.unknown')
      if (task.orders.length > 0) return refuse('task.already-sent')
      // Who asked may also take it back.
      const no = ctx.by.id === task.requestedBy ? null : policeRefusal(ctx, task.unit)
      if (no) return no
      return { facts: task.endedAt === null ? [refuseRequest(task)] : [] }
    },
  },

  OfferSlot: {
    involves: ({ task, assistant }, board) => [...keysOfTask(board, task), key('assistant', assistant)],
    decide(board, { task: id, assistant, slot }, ctx) {
      const task = runningTask(board, id)
      if (isRefusal(task)) return task
      if (task.members.some((member) => member.assistant === assistant && isLive(member)))
        return { facts: [] }
      // The reserve stands in the officer's order already.
      const no = task.reserve.includes(assistant) ? null : policeRefusal(ctx, null)
      if (no) return no
      const refusal = offerRefusal(board, task, { assistant, slot }, ctx.now)
      if (refusal) return refusal
      if (!slotIsFree(task, slot)) return refuse('task.slot-taken')
      return { facts: [offer(board, task, assistant, slot, ctx.now)] }
    },
  },
}
