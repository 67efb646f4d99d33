import type { DebriefEvent } from '../../shared/search/sweep/debrief-events.ts'
import { operation, place, podParts, type Sentences } from './parts.ts'

/** What teams said of their sweeps, and how the kinds of teams search. */
export const sentencesOfDebriefs: Sentences<DebriefEvent['type']> = {
  SearchDebriefed: ({ data }, who) => {
    const { pod, coverage, trackMetres } = data.debrief
    return {
      key: 'journal:search-debriefed',
      params: { who, place: place(data.place), ...podParts(pod, coverage, trackMetres) },
    }
  },
  SearchDebriefUndone: ({ data }, who) => ({
    key: 'journal:debrief-undone',
    params: { who, place: place(data.place) },
  }),
  TeamKindSet: ({ data }, who) => ({
    key: 'journal:team-kind',
    params: { who, kind: { word: `search:kind.${data.kind}` }, operation: operation(data.operation) },
  }),
}
