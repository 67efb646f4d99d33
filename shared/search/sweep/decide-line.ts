import type { Deciders } from '../../board/decision.ts'
import { key } from '../../kernel/ids.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { openSearch } from '../open-search.ts'

/** How the line of searchers goes through a segment. */
export const lineDeciders: Deciders<'SetSweepLine'> = {
  SetSweepLine: {
    involves: ({ place }) => [key('place', place)],
    decide(board, { place: id, line }) {
      const place = board.place.get(id)
      if (place?.kind !== 'segment') return refuse('search.not-a-segment')
      const operation = openSearch(board, place.operation)
      if (isRefusal(operation)) return operation
      if (line && !place.ring) return refuse('search.line-without-area')
      const old = place.line
      const same =
        old?.spacing === line?.spacing && old?.bearing === line?.bearing && old?.from === line?.from
      if (same) return { facts: [] }
      return {
        facts: [
          {
            type: 'SweepLineSet',
            keys: [key('place', id)],
            data: { place: id, operation: operation.id, line },
          },
        ],
      }
    },
  },
}
