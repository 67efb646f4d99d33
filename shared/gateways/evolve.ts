import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { GatewayEvent } from './events.ts'

export function evolveGateways(board: Board, event: GatewayEvent): void {
  switch (event.type) {
    case 'GatewayOpened': {
      const { gateway: id, name, regions } = event.data
      board.gateway.set(id, { id, name, regions, open: true })
      return
    }
    case 'GatewayClosed':
      change(board.gateway, event.data.gateway, { open: false })
  }
}
