import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { IncidentEvent } from './events.ts'

export function evolveIncidents(board: Board, event: IncidentEvent): void {
  switch (event.type) {
    case 'IncidentReported': {
      const { incident: id, ...reported } = event.data
      board.incident.set(id, {
        id,
        ...reported,
        reportedAt: event.at,
        reportedBy: event.by.id,
        operation: null,
        closedAt: null,
      })
      board.next.incident = Math.max(board.next.incident, reported.number + 1)
      return
    }
    case 'IncidentJoined':
      change(board.incident, event.data.incident, { operation: event.data.operation })
      return
    case 'IncidentClosed':
      change(board.incident, event.data.incident, { closedAt: event.at })
  }
}
