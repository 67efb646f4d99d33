import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { type Id, key, phoneSlot, rosterKey } from '../kernel/ids.ts'
import { refuse } from '../kernel/refusal.ts'
import { decideImport } from './decide-import.ts'
import { type StandingCommand, standingDeciders } from './decide-standing.ts'
import { type StatusCommand, statusDeciders } from './decide-status.ts'
import type { Device } from './events.ts'
import { registryEnded } from './registry.ts'

type AssistantCommand =
  | StatusCommand
  | StandingCommand
  | 'ImportAssistants'
  | 'SetAssistantPhoto'
  | 'EnrolDevice'
  | 'RevokeDevice'

export const assistantDeciders: Deciders<AssistantCommand> = {
  ImportAssistants: {
    involves: () => [rosterKey],
    decide: (board, { rows }, ctx) => decideImport(board, rows, ctx),
  },

  SetAssistantPhoto: {
    involves: ({ assistant }) => [key('assistant', assistant)],
    decide(board, data) {
      const known = board.assistant.get(data.assistant)
      if (!known) return refuse('assistant.unknown')
      if ((known.photo ?? null) === data.photo) return { facts: [] }
      if (known.frozen) return refuse('registry.frozen', { rule: 'T6' })
      // After the end it may be taken out, and none comes that no erasure would know of.
      if (data.photo !== null && registryEnded.has(known.status)) return refuse('registry.ended')
      return { facts: [{ type: 'AssistantPhotoSet', keys: [key('assistant', data.assistant)], data }] }
    },
  },

  ...statusDeciders,
  ...standingDeciders,

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
