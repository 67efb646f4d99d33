import type { Deciders } from '../board/decision.ts'
import { seal } from '../kernel/decider.ts'
import { key, numbersKey } from '../kernel/ids.ts'
import { refuse } from '../kernel/refusal.ts'

export const incidentDeciders: Deciders<'ReportIncident' | 'JoinIncident' | 'CloseIncident'> = {
  ReportIncident: {
    involves: () => [numbersKey],
    decide(board, { kind, region, at, place, words }, ctx) {
      const incident = ctx.newId()
      const number = board.next.incident
      const { sealed, secret } = seal(ctx, words)
      return {
        facts: [
          {
            type: 'IncidentReported',
            keys: [key('incident', incident), numbersKey],
            data: { incident, number, kind, region, at, place, words: sealed },
          },
        ],
        secrets: [secret],
        result: { incident, number },
      }
    },
  },

  JoinIncident: {
    involves: (body) => [key('incident', body.incident), key('operation', body.operation)],
    decide(board, body) {
      const incident = board.incident.get(body.incident)
      const operation = board.operation.get(body.operation)
      if (!incident) return refuse('incident.unknown')
      if (!operation) return refuse('operation.unknown')
      if (incident.operation === operation.id) return { facts: [] }
      if (incident.closedAt !== null) return refuse('incident.closed')
      if (incident.operation !== null) {
        const joined = board.operation.get(incident.operation)
        return refuse('incident.joined', { params: { number: joined?.number ?? '' } })
      }
      if (operation.closedAt !== null) return refuse('operation.closed')
      return { facts: [{ type: 'IncidentJoined', keys: [key('incident', incident.id)], data: body }] }
    },
  },

  CloseIncident: {
    involves: (body) => [key('incident', body.incident)],
    decide(board, body) {
      const incident = board.incident.get(body.incident)
      if (!incident) return refuse('incident.unknown')
      if (incident.closedAt !== null) return { facts: [] }
      return { facts: [{ type: 'IncidentClosed', keys: [key('incident', incident.id)], data: body }] }
    },
  },
}
