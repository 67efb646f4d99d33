import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { gateRefusal } from '../gates/all.ts'
import { gateInput } from '../gates/hold.ts'
import type { Actor } from '../kernel/event.ts'
import { key, type Millis } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { mayTake } from './chain.ts'
import { afterLeaving, complete, unitLeaves } from './ending.ts'
import type { Party } from './events.ts'
import { isLive, keysOfTask, linkOf, runningTask, step } from './links.ts'
import { unitRefusal } from './team.ts'
import { currentOrder, type Task } from './types.ts'

export const stepDeciders: Deciders<'TakeStep' | 'StandDown' | 'CheckInPost' | 'SeeOrder'> = {
  TakeStep: {
    involves: (body, board) => keysOfTask(board, body.task),
    decide(board, { task: id, party, to }, { by, now }) {
      const known = board.task.get(id)
      if (known && linkOf(known, party)?.step === to) return { facts: [] }
      const task = runningTask(board, id)
      if (isRefusal(task)) return task
      const link = linkOf(task, party)
      if (!link) return refuse('task.not-a-member')
      if (link.step === 'offered') return refuse('task.not-accepted')
      if (link.step === 'hold') return refuse('task.on-hold', { rule: link.heldBy })
      if (!mayTake(link.step, to, !isSelf(by, party)))
        return refuse('task.no-such-step', { params: { from: link.step, to } })
      const refusal = to === 'on-scene' ? activationRefusal(board, task, party, now) : null
      if (refusal) return refusal
      if (to !== 'complete') return { facts: [step(task, party, link.step, to)] }
      if ('unit' in party) return { facts: complete(task) }
      return { facts: [step(task, party, link.step, to), ...afterLeaving(task, party.assistant, to)] }
    },
  },

  StandDown: {
    involves: (body, board) => keysOfTask(board, body.task),
    decide(board, { task: id, party }, { by, now }) {
      const known = board.task.get(id)
      if (known && linkOf(known, party)?.step === 'stood-down') return { facts: [] }
      const task = runningTask(board, id)
      if (isRefusal(task)) return task
      const link = linkOf(task, party)
      if (!link) return refuse('task.not-a-member')
      if (!isLive(link)) return { facts: [] }
      // The server stands nobody down whose gates hold again (a shift extended meanwhile).
      const input = 'assistant' in party ? gateInput(board, task, party.assistant, now) : null
      if (by.kind === 'system' && input && gateRefusal('always', input) === null) return { facts: [] }
      if ('unit' in party) return { facts: unitLeaves(task, 'stood-down') }
      const left = step(task, party, link.step, 'stood-down')
      return { facts: [left, ...afterLeaving(task, party.assistant, 'stood-down')] }
    },
  },

  CheckInPost: {
    involves: (body, board) => keysOfTask(board, body.task),
    decide(board, { task: id, present }, { now }) {
      const task = runningTask(board, id)
      if (isRefusal(task)) return task
      const parties: Party[] = [
        { unit: task.unit },
        ...[...new Set(present)].map((assistant) => ({ assistant })),
      ]
      const facts = []
      for (const party of parties) {
        const link = linkOf(task, party)
        if (!link || !isLive(link))
          return 'unit' in party ? refuse('gate.NO_POLICE_PAIR', { rule: 'D3' }) : refuse('task.not-a-member')
        if (link.step === 'offered') return refuse('task.not-accepted')
        if (link.step === 'hold' || link.step === 'on-scene') continue
        const refusal = activationRefusal(board, task, party, now)
        if (refusal) return refusal
        facts.push(step(task, party, link.step, 'on-scene'))
      }
      if (facts.length === 0 && task.checkedInAt === now) return { facts: [] }
      const data = { task: id, present: [...new Set(present)], at: now }
      return { facts: [...facts, { type: 'PostCheckedIn', keys: [key('task', id)], data }] }
    },
  },

  SeeOrder: {
    commutes: true,
    involves: () => [],
    decide(board, { task: id, party, version, state }) {
      const task = board.task.get(id)
      const link = task && linkOf(task, party)
      if (!task || !link) return refuse('task.not-a-member')
      if (version > (currentOrder(task)?.version ?? 0)) return refuse('order.unknown-version')
      if (link.order[state] >= version) return { facts: [] }
      const data = { task: id, party, version, state }
      return { facts: [{ type: 'OrderSeen', keys: [key('task', id)], data }] }
    },
  },
}

const isSelf = (by: Actor, party: Party): boolean =>
  'unit' in party
    ? by.kind === 'unit' && by.id === party.unit
    : by.kind === 'assistant' && by.id === party.assistant

function activationRefusal(board: Board, task: Task, party: Party, now: Millis): Refusal | null {
  if ('unit' in party) return unitRefusal(board, party.unit, now, task.id)
  const input = gateInput(board, task, party.assistant, now)
  return input ? gateRefusal('activation', input) : refuse('assistant.unknown')
}
