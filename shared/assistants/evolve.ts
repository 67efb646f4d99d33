import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import { endingRule, isEnding } from '../law/endings/all.ts'
import type { AssistantEvent } from './events.ts'

export function evolveAssistants(board: Board, event: AssistantEvent): void {
  switch (event.type) {
    case 'AssistantImported':
    case 'AssistantRegistered': {
      const { assistant: id, callSign, region } = event.data
      const imported = event.type === 'AssistantImported'
      const no = board.next.no++
      board.byNo[no] = { kind: 'assistant', id }
      board.assistant.set(id, {
        id,
        no,
        callSign,
        region,
        skills: imported ? event.data.skills : [],
        status: imported ? (event.data.status ?? 'ACTIVE') : 'REGISTERED',
        shift: null,
        task: null,
        releasedAt: null,
        ...(imported && onPaper(event.data)),
      })
      return
    }
    case 'RegistryStatusChanged':
      changeStatus(board, event)
      return
    case 'RecheckRecorded': {
      const { assistant: id, region, rule, result } = event.data
      const checks = board.recheck.get(id)?.checks
      const check = { result, by: event.by.id, at: event.at }
      board.recheck.set(id, { id, region, checks: { ...checks, [rule]: check } })
      return
    }
    case 'TrainingRecorded':
      change(board.assistant, event.data.assistant, { trainedOn: event.data.on })
      return
    case 'RegionPermitted':
      change(board.assistant, event.data.assistant, ({ permits = [] }) => ({
        permits: [...permits, event.data.permit],
      }))
      return
    case 'RegionPermitRevoked':
      change(board.assistant, event.data.assistant, ({ permits = [] }) => ({
        permits: permits.filter(({ document }) => document !== event.data.document),
      }))
      return
    case 'AssistantPhotoSet': {
      const { assistant, photo } = event.data
      change(board.assistant, assistant, { photo: photo ?? undefined })
      return
    }
    case 'DeviceEnrolled': {
      const { device, holder, via } = event.data
      board.device.set(device, { id: device, holder, via, revoked: false })
      return
    }
    case 'DeviceRevoked':
      change(board.device, event.data.device, { revoked: true })
  }
}

function onPaper({ person, papers, trainedOn }: (AssistantEvent & { type: 'AssistantImported' })['data']) {
  return { ...(person && { person }), ...(papers && { papers }), ...(trainedOn && { trainedOn }) }
}

/** A suspension makes every answer of an earlier one void. */
function changeStatus(board: Board, event: AssistantEvent & { type: 'RegistryStatusChanged' }): void {
  const { assistant, to, reason, document } = event.data
  const lapse = to === 'ACTIVE' ? null : { reason, at: event.at, ...(document && { document }) }
  const frozen = to === 'TERMINATED' && isEnding(reason) && endingRule(reason).freezes === true
  change(board.assistant, assistant, { status: to, lapse, ...(frozen && { frozen }) })
  if (to === 'SUSPENDED') change(board.recheck, assistant, { checks: {} })
}
