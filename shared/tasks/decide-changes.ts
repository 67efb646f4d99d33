import type { Deciders } from '../board/decision.ts'
import { gateRefusal } from '../gates/all.ts'
import { policeRefusal } from '../gates/d04.ts'
import { gateInput } from '../gates/hold.ts'
import { key } from '../kernel/ids.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { recall } from './ending.ts'
import type { TaskFact } from './events.ts'
import { isLive, keysOfTask, linkOf, runningTask } from './links.ts'
import { nextOffer, slotIsFree } from './offers.ts'
import { newOrder, offerUntil } from './orders.ts'
import { lockRefusal, slotRefusal, unitRefusal } from './team.ts'
import type { Member } from './types.ts'

export const changeDeciders: Deciders<'RecallTask' | 'MoveMember' | 'ReplaceUnit'> = {
  RecallTask: {
    involves: (body, board) => keysOfTask(board, body.task),
    decide(board, body) {
      const task = board.task.get(body.task)
      if (!task) return refuse('task.unknown')
      return { facts: task.endedAt === null ? recall(task) : [] }
    },
  },

  MoveMember: {
    involves: ({ from, to, assistant }, board) => [
      ...new Set([...keysOfTask(board, from), ...keysOfTask(board, to), key('assistant', assistant)]),
    ],
    decide(board, { from, to, assistant, slot }, { now }) {
      const target = runningTask(board, to)
      if (isRefusal(target)) return target
      const there = linkOf(target, { assistant })
      if (there && isLive(there) && from !== to) return { facts: [] }
      const source = runningTask(board, from)
      if (isRefusal(source)) return source
      const member = source.members.find((member) => member.assistant === assistant)
      if (!member || !isLive(member)) return refuse('task.not-a-member')
      if (source.id === target.id) return refuse('task.same-task')
      if (source.operation !== target.operation) return refuse('task.other-operation')
      const place = board.place.get(target.place)
      const input = gateInput(board, target, assistant, now)
      if (!place || !input) return refuse('place.unknown')
      const refusal =
        lockRefusal(board.operation.get(target.operation), place) ??
        slotRefusal(board, place, { assistant, slot }) ??
        gateRefusal('always', input)
      if (refusal) return refusal
      if (!slotIsFree(target, slot)) return refuse('task.slot-taken')
      const fact: TaskFact = {
        type: 'MemberMoved',
        keys: [key('task', from), key('task', to), key('assistant', assistant)],
        data: {
          assistant,
          from,
          to,
          slot,
          step: stepAfterMove(member),
          n: nextOffer(board, target.operation, assistant),
          expiresAt: offerUntil(now),
        },
      }
      return { facts: [fact] }
    },
  },

  ReplaceUnit: {
    involves: (body, board) => [...keysOfTask(board, body.task), key('unit', body.unit)],
    decide(board, body, ctx) {
      const task = runningTask(board, body.task)
      if (isRefusal(task)) return task
      if (task.unit === body.unit && isLive(task.unitLink)) return { facts: [] }
      const operation = board.operation.get(task.operation)
      if (!operation) return refuse('operation.unknown')
      const refusal = policeRefusal(ctx, null) ?? unitRefusal(board, body.unit, ctx.now, task.id)
      if (refusal) return refusal
      const replaced: TaskFact = {
        type: 'UnitReplaced',
        keys: [...new Set([key('task', task.id), key('unit', task.unit), key('unit', body.unit)])],
        data: { task: task.id, from: task.unit, to: body.unit, expiresAt: offerUntil(ctx.now) },
      }
      return { facts: [replaced, newOrder(task, operation, body.unit, ctx)] }
    },
  },
}

/** The new place has to be reached first; what was accepted stays accepted. */
function stepAfterMove({ step, heldFrom }: Member): Member['step'] {
  const was = step === 'hold' ? (heldFrom ?? 'accepted') : step
  return was === 'offered' || was === 'accepted' ? was : 'en-route'
}
