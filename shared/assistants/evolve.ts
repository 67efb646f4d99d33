import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
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
        status: imported ? 'ACTIVE' : 'REGISTERED',
        shift: null,
        task: null,
        releasedAt: null,
      })
      return
    }
    case 'RegistryStatusChanged':
      change(board.assistant, event.data.assistant, { status: event.data.to })
      return
    case 'DeviceEnrolled': {
      const { device, holder, via } = event.data
      board.device.set(device, { id: device, holder, via, revoked: false })
      return
    }
    case 'DeviceRevoked':
      change(board.device, event.data.device, { revoked: true })
  }
}
