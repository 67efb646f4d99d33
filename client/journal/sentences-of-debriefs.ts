import type { DebriefEvent } from '../../shared/search/sweep/debrief-events.ts'
import { operation, place, type Sentences } from './parts.ts'

const percent = (share: number) => Math.round(share * 100)

/** What teams said of their sweeps, and how the kinds of teams search. */
export const sentencesOfDebriefs: Sentences<DebriefEvent['type']> = {
  SearchDebriefed: ({ data }, who) => ({
    key: 'journal:search-debriefed',
    params: { who, place: place(data.place), percent: percent(data.debrief.pod) },
  }),
  SearchDebriefUndone: ({ data }, who) => ({
    key: 'journal:debrief-undone',
    params: { who, place: place(data.place) },
  }),
  TeamKindSet: ({ data }, who) => ({
    key: 'journal:team-kind',
    params: { who, kind: { word: `search:kind.${data.kind}` }, operation: operation(data.operation) },
  }),
}
