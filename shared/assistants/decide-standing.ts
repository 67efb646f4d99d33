import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { type Id, key } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { dayOf } from '../law/day.ts'
import { registryEnded } from './registry.ts'
import type { Assistant } from './types.ts'

export type StandingCommand = 'RecordTraining' | 'PermitRegion' | 'RevokePermit'

const ofPerson = ({ assistant }: { assistant: Id }) => [key('assistant', assistant)]

/** What the rules of sending ask of a person besides the status: training (D2), permission elsewhere (D9). */
export const standingDeciders: Deciders<StandingCommand> = {
  RecordTraining: {
    involves: ofPerson,
    decide(board, { assistant: id, on }, { now }) {
      const assistant = openFile(board, id)
      if (isRefusal(assistant)) return assistant
      if (on > dayOf(now)) return refuse('registry.training-day')
      if (assistant.trainedOn !== undefined && on <= assistant.trainedOn) return { facts: [] }
      return {
        facts: [{ type: 'TrainingRecorded', keys: ofPerson({ assistant: id }), data: { assistant: id, on } }],
      }
    },
  },

  PermitRegion: {
    involves: ofPerson,
    decide(board, { assistant: id, ...permit }) {
      const assistant = openFile(board, id)
      if (isRefusal(assistant)) return assistant
      if (permit.until < permit.from) return refuse('registry.permit-days', { rule: 'D9' })
      const known = assistant.permits?.find(({ document }) => document === permit.document)
      if (known)
        return known.region === permit.region && known.from === permit.from && known.until === permit.until
          ? { facts: [] }
          : refuse('registry.permit-known', { rule: 'D9', params: { document: permit.document } })
      return {
        facts: [
          { type: 'RegionPermitted', keys: ofPerson({ assistant: id }), data: { assistant: id, permit } },
        ],
      }
    },
  },

  RevokePermit: {
    involves: ofPerson,
    decide(board, { assistant: id, document }) {
      const assistant = openFile(board, id)
      if (isRefusal(assistant)) return assistant
      if (!assistant.permits?.some((permit) => permit.document === document)) return { facts: [] }
      return {
        facts: [
          {
            type: 'RegionPermitRevoked',
            keys: ofPerson({ assistant: id }),
            data: { assistant: id, document },
          },
        ],
      }
    },
  },
}

/** A file that may still change. */
function openFile(board: Board, id: Id): Assistant | Refusal {
  const assistant = board.assistant.get(id)
  if (!assistant) return refuse('assistant.unknown')
  if (assistant.frozen) return refuse('registry.frozen', { rule: 'T6' })
  return registryEnded.has(assistant.status) ? refuse('registry.ended') : assistant
}
