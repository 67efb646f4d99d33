import type { Board } from '../../board/board.ts'
import type { Deciders } from '../../board/decision.ts'
import { seal } from '../../kernel/decider.ts'
import { type Id, key } from '../../kernel/ids.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { openSearch } from '../open-search.ts'

/** Tracks of people without our app, brought as a file and credited to a segment. */
export const trackDeciders: Deciders<'CreditTrack' | 'DropTrack'> = {
  CreditTrack: {
    involves: ({ place }, board) => keysOf(board, place),
    decide(board, { place: id, track, who, from, to }, ctx) {
      const place = board.place.get(id)
      if (place?.kind !== 'segment') return refuse('search.not-a-segment')
      const operation = openSearch(board, place.operation)
      if (isRefusal(operation)) return operation
      const { search } = operation
      const twice = search?.tracks?.find((one) => one.id === track)
      if (twice)
        return refuse('search.track-twice', {
          params: { letter: board.place.get(twice.place)?.letter ?? '' },
        })
      if (from >= to || to > ctx.now + 60_000) return refuse('search.track-times')
      if (to <= operation.openedAt) return refuse('search.track-too-old')
      const last = place.searches.at(-1)
      // It would never be counted: what is measured next begins where the last sweep ended.
      if (last && from < last.to) return refuse('search.track-before-sweep')
      const { sealed, secret } = seal(ctx, who)
      return {
        facts: [
          {
            type: 'TrackCredited',
            // Who walked it is the desk's: a team's phone reads what stands on its operation alone.
            keys: [key('operation', operation.id), key('case', operation.id)],
            data: { operation: operation.id, place: id, track, sealed, from, to },
          },
        ],
        secrets: [secret],
      }
    },
  },

  DropTrack: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, track }) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const known = operation.search?.tracks?.find((one) => one.id === track)
      if (!known) return refuse('search.track-unknown')
      const last = board.place.get(known.place)?.searches.at(-1)
      if (last && known.from < last.to) return refuse('search.track-recorded')
      return {
        facts: [{ type: 'TrackDropped', keys: [key('operation', id)], data: { operation: id, track } }],
      }
    },
  },
}

function keysOf(board: Board, id: Id) {
  const place = board.place.get(id)
  const of = place?.operation
  return [key('place', id), ...(of ? [key('operation', of), key('case', of)] : [])]
}
