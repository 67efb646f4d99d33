import type { Board } from '../board/board.ts'
import type { Body } from '../board/commands.ts'
import type { Deciders } from '../board/decision.ts'
import type { Decision } from '../kernel/decider.ts'
import { type Id, key } from '../kernel/ids.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { endingRule, isEnding } from '../law/endings/all.ts'
import { rechecksOpen } from './rechecks.ts'
import { type RegistryStep, registryAfter } from './registry.ts'
import type { Assistant, RegistryStatus } from './types.ts'

export type StatusCommand = 'SuspendAssistant' | 'ReinstateAssistant' | 'EndAssistant' | 'RecordRecheck'

/** How the status stops, comes back and ends (the law's tables 3.2 and 3.5). */
export const statusDeciders: Deciders<StatusCommand> = {
  SuspendAssistant: {
    involves: ({ assistant }) => [key('assistant', assistant), key('recheck', assistant)],
    decide(board, { assistant: id, reason }) {
      const assistant = board.assistant.get(id)
      const { status, lapse } = assistant ?? {}
      // A trigger that becomes known later takes the place of the check that found it.
      if (status === 'SUSPENDED' && isEnding(reason) && lapse?.reason !== reason)
        return moved(id, 'SUSPENDED', 'SUSPENDED', reason)
      return moveOn(board, id, 'suspend', 'SUSPENDED', reason)
    },
  },

  ReinstateAssistant: {
    involves: ({ assistant }) => [key('assistant', assistant), key('recheck', assistant)],
    decide(board, { assistant: id }) {
      const open = board.assistant.get(id)?.status === 'SUSPENDED' ? rechecksOpen(board, id) : []
      const [rule] = open
      if (rule) return refuse('registry.recheck-open', { rule, params: { rules: open.join(', ') } })
      return moveOn(board, id, 'reinstate', 'ACTIVE', 'reinstated')
    },
  },

  EndAssistant: {
    involves: ({ assistant }) => [key('assistant', assistant)],
    decide(board, body, { police }) {
      const assistant = board.assistant.get(body.assistant)
      const refusal = assistant && mayEnd(assistant, body, police)
      return refusal ?? moveOn(board, body.assistant, 'terminate', 'TERMINATED', body.reason, body.document)
    },
  },

  RecordRecheck: {
    involves: ({ assistant }) => [key('assistant', assistant), key('recheck', assistant)],
    decide(board, { assistant: id, rule, result }) {
      const assistant = board.assistant.get(id)
      if (!assistant) return refuse('assistant.unknown')
      if (assistant.status !== 'SUSPENDED') return refuse('registry.not-suspended')
      if (board.recheck.get(id)?.checks[rule]?.result === result) return { facts: [] }
      const data = { assistant: id, region: assistant.region, rule, result }
      return { facts: [{ type: 'RecheckRecorded', keys: [key('recheck', id)], data }] }
    },
  },
}

/** What a trigger asks for before the status ends; a repeated command finds its work done first. */
function mayEnd(
  { status }: Assistant,
  { reason, document }: Body<'EndAssistant'>,
  police: boolean,
): Refusal | null {
  const { effect, needs } = endingRule(reason)
  if (status === 'TERMINATED' || effect === 'terminate') return null
  if (status === 'ACTIVE') return refuse('registry.suspend-first', { rule: reason })
  if (needs === 'document' && document === undefined)
    return refuse('registry.document-missing', { rule: reason })
  return needs === 'police' && !police ? refuse('registry.police-decide', { rule: reason }) : null
}

function moveOn(
  board: Board,
  id: Id,
  step: RegistryStep,
  to: RegistryStatus,
  reason: string,
  document?: string,
): Decision {
  const assistant = board.assistant.get(id)
  if (!assistant) return refuse('assistant.unknown')
  const from = assistant.status
  if (from === to) return { facts: [] }
  if (registryAfter(from, step) !== to) return refuse('registry.no-such-transition', { params: { from, to } })
  return moved(id, from, to, reason, document)
}

function moved(
  assistant: Id,
  from: RegistryStatus,
  to: RegistryStatus,
  reason: string,
  document?: string,
): Decision {
  const data = { assistant, from, to, reason, ...(document && { document }) }
  return { facts: [{ type: 'RegistryStatusChanged', keys: [key('assistant', assistant)], data }] }
}
