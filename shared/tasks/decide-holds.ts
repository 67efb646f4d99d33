import type { Deciders } from '../board/decision.ts'
import { checkGates, gateRefusal } from '../gates/all.ts'
import { gateInput } from '../gates/hold.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { isBound, keysOfTask, linkOf, runningTask, step } from './links.ts'

export const holdDeciders: Deciders<'HoldMember' | 'ResumeMember'> = {
  HoldMember: {
    involves: (body, board) => keysOfTask(board, body.task),
    decide(board, { task: id, assistant, rule }, { now }) {
      const task = runningTask(board, id)
      if (isRefusal(task)) return task
      const link = linkOf(task, { assistant })
      if (!link) return refuse('task.not-a-member')
      if (link.step === 'hold') return { facts: [] }
      if (!isBound(link)) return refuse('task.not-at-work')
      const input = gateInput(board, task, assistant, now)
      // The gate may hold again by the time the watcher's command is decided.
      const lost = input && checkGates('always', input).some((failed) => failed.rule === rule)
      if (!lost && rule !== 'desk') return { facts: [] }
      return { facts: [step(task, { assistant }, link.step, 'hold', rule)] }
    },
  },

  ResumeMember: {
    involves: (body, board) => keysOfTask(board, body.task),
    decide(board, { task: id, assistant }, { now }) {
      const task = runningTask(board, id)
      if (isRefusal(task)) return task
      const link = linkOf(task, { assistant })
      const input = gateInput(board, task, assistant, now)
      if (!link || !input) return refuse('task.not-a-member')
      if (link.step !== 'hold') return isBound(link) ? { facts: [] } : refuse('task.not-at-work')
      const refusal = gateRefusal('always', input) ?? gateRefusal('activation', input)
      return refusal ?? { facts: [step(task, { assistant }, 'hold', link.heldFrom ?? 'accepted')] }
    },
  },
}
