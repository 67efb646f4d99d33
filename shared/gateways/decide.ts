import type { Deciders } from '../board/decision.ts'
import { key } from '../kernel/ids.ts'
import { refuse } from '../kernel/refusal.ts'

export const gatewayDeciders: Deciders<'OpenGateway' | 'CloseGateway'> = {
  OpenGateway: {
    involves: () => [],
    decide(_, { name, regions }, ctx) {
      const gateway = ctx.newId()
      return {
        facts: [
          {
            type: 'GatewayOpened',
            keys: [key('gateway', gateway)],
            data: { gateway, name, regions: [...new Set(regions)] },
          },
        ],
        result: { gateway },
      }
    },
  },

  /** For good: who needs it again opens another, with a token of its own. */
  CloseGateway: {
    involves: ({ gateway }) => [key('gateway', gateway)],
    decide(board, { gateway }) {
      const known = board.gateway.get(gateway)
      if (!known) return refuse('gateway.unknown')
      if (!known.open) return { facts: [] }
      return {
        facts: [
          { type: 'GatewayClosed', keys: [key('gateway', gateway)], data: { gateway, name: known.name } },
        ],
      }
    },
  },
}
