import type { Deciders } from '../../board/decision.ts'
import { seal } from '../../kernel/decider.ts'
import type { Fact } from '../../kernel/event.ts'
import { type Id, type Key, key } from '../../kernel/ids.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { openSearch } from '../open-search.ts'

/** What leaves the case for the teams, or for everybody: a copy, field by field, that can be taken back. */
export const cardDeciders: Deciders<'ReleaseCard' | 'WithdrawCard'> = {
  ReleaseCard: {
    involves: onCard,
    decide(board, { operation: id, card, photo, to, consent, names }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const file = board.case.get(id)
      if (file?.located) return refuse('search.located')
      if (photo && !file?.photo) return refuse('search.no-photo')
      if (file?.minor && (names || photo) && !consent) return refuse('search.minor-consent')
      const copy = seal(ctx, card)
      const released: Fact = {
        type: 'CardReleased',
        keys: [key('card', id)],
        data: { operation: id, sealed: copy.sealed, photo: photo ? (file?.photo ?? null) : null, to },
      }
      if (!consent) return { facts: [released], secrets: [copy.secret] }
      const agreed = seal(ctx, consent)
      const facts = [
        {
          type: 'CardConsented',
          keys: [key('case', id)],
          data: { operation: id, sealed: agreed.sealed },
        },
        released,
      ]
      return { facts, secrets: [agreed.secret, copy.secret] }
    },
  },

  WithdrawCard: {
    involves: onCard,
    decide(board, { operation: id }) {
      if (!board.operation.get(id)?.search) return refuse('search.not-a-search')
      return { facts: board.card.get(id)?.sealed ? [withdrawn(id)] : [] }
    },
  },
}

export const withdrawn = (operation: Id): Fact => ({
  type: 'CardWithdrawn',
  keys: [key('card', operation)],
  data: { operation },
})

function onCard({ operation }: { operation: Id }): Key[] {
  return [key('operation', operation), key('case', operation), key('card', operation)]
}
