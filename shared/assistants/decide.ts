import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import type { Decision } from '../kernel/decider.ts'
import { type Id, key, phoneSlot, rosterKey } from '../kernel/ids.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Device } from './events.ts'
import { type RegistryStep, registryAfter, registryEnded } from './registry.ts'
import type { RegistryStatus } from './types.ts'

type AssistantCommand =
  | 'ImportAssistants'
  | 'SuspendAssistant'
  | 'ReinstateAssistant'
  | 'EndAssistant'
  | 'EnrolDevice'
  | 'RevokeDevice'

export const assistantDeciders: Deciders<AssistantCommand> = {
  ImportAssistants: {
    involves: () => [rosterKey],
    decide(board, { rows }, ctx) {
      const inFile = new Set<string>()
      for (const { callSign } of rows) {
        if (inFile.has(callSign)) return refuse('registry.duplicate-call-sign', { params: { callSign } })
        inFile.add(callSign)
      }
      const known = new Set(Array.from(board.assistant.values(), ({ callSign }) => callSign))
      // An id per row, also of skipped ones: a second try must not give one person's id to another.
      const imported = rows
        .map((row) => ({ ...row, assistant: ctx.newId() }))
        .filter(({ callSign }) => !known.has(callSign))
      return {
        facts: imported.map(({ assistant, callSign, region, skills }) => ({
          type: 'AssistantImported',
          keys: [key('assistant', assistant), rosterKey],
          data: { assistant, callSign, region, skills },
        })),
        secrets: imported.map(({ assistant, name, phone }) => ({
          of: assistant,
          fields: { name, ...(phone ? { phone } : {}) },
        })),
        result: { imported: imported.length, skipped: [...inFile].filter((callSign) => known.has(callSign)) },
      }
    },
  },

  SuspendAssistant: {
    involves: ({ assistant }) => [key('assistant', assistant)],
    decide: (board, { assistant, reason }) => moveOn(board, assistant, 'suspend', 'SUSPENDED', reason),
  },
  ReinstateAssistant: {
    involves: ({ assistant }) => [key('assistant', assistant)],
    decide: (board, { assistant }) => moveOn(board, assistant, 'reinstate', 'ACTIVE', 'reinstated'),
  },
  EndAssistant: {
    involves: ({ assistant }) => [key('assistant', assistant)],
    decide: (board, { assistant, reason }) => moveOn(board, assistant, 'terminate', 'TERMINATED', reason),
  },

  EnrolDevice: {
    involves: ({ device, holder }, board) => [
      key('device', device),
      key(holder.kind, holder.id),
      phoneSlot(holder.id),
      ...phonesOf(board, holder.id).map(({ id }) => key('device', id)),
    ],
    decide(board, { device, holder, via }) {
      const known = board.device.get(device)
      if (known) return known.holder.id === holder.id ? { facts: [] } : refuse('device.known')
      if (!mayCarryDevice(board, holder)) return refuse('device.holder-gone')
      const older = via === 'phone' ? phonesOf(board, holder.id) : []
      return {
        facts: [
          ...older.map(({ id }) => ({
            type: 'DeviceRevoked',
            keys: [key('device', id)],
            data: { device: id },
          })),
          {
            type: 'DeviceEnrolled',
            keys: [key('device', device), ...(via === 'phone' ? [phoneSlot(holder.id)] : [])],
            data: { device, holder, via },
          },
        ],
      }
    },
  },

  RevokeDevice: {
    involves: ({ device }) => [key('device', device)],
    decide(board, { device }) {
      const known = board.device.get(device)
      if (!known) return refuse('device.unknown')
      if (known.revoked) return { facts: [] }
      return { facts: [{ type: 'DeviceRevoked', keys: [key('device', device)], data: { device } }] }
    },
  },
}

function moveOn(board: Board, id: Id, step: RegistryStep, to: RegistryStatus, reason: string): Decision {
  const assistant = board.assistant.get(id)
  if (!assistant) return refuse('assistant.unknown')
  const from = assistant.status
  if (from === to) return { facts: [] }
  if (registryAfter(from, step) !== to) return refuse('registry.no-such-transition', { params: { from, to } })
  return {
    facts: [
      {
        type: 'RegistryStatusChanged',
        keys: [key('assistant', id)],
        data: { assistant: id, from, to, reason },
      },
    ],
  }
}

/** The phones that still work; trackers stand beside them. */
function phonesOf(board: Board, holder: Id): Device[] {
  return [...board.device.values()].filter(
    (device) => device.holder.id === holder && device.via === 'phone' && !device.revoked,
  )
}

function mayCarryDevice(board: Board, { kind, id }: Device['holder']): boolean {
  if (kind === 'unit') return board.unit.get(id)?.open === true
  const assistant = board.assistant.get(id)
  return assistant !== undefined && !registryEnded.has(assistant.status)
}
