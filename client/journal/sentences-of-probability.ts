import type { ProbabilityEvent } from '../../shared/search/priors/events-probability.ts'
import { operation, type Sentence, type Sentences } from './parts.ts'

/** Rings, scenarios and consensus: who said it, never the numbers of a sheet. */
export const sentencesOfProbability: Sentences<ProbabilityEvent['type']> = {
  FindDistancesChanged: ({ data }, who) => ({
    key: 'journal:find-distances',
    params: { who, region: { region: data.region ?? '' }, rows: data.rows.length },
  }),
  RingsChosen: ({ data }, who) => ({
    key: 'journal:rings-chosen',
    params: { who, operation: operation(data.operation) },
  }),
  PriorsSet: ({ data }, who) => ({
    key: 'journal:priors-set',
    params: {
      who,
      operation: operation(data.operation),
      scenarios: { word: 'journal:scenarios', count: data.scenarios.length },
    },
  }),
  ConsensusOpened: ({ data }, who) => ({
    key: 'journal:consensus-opened',
    params: { who, operation: operation(data.operation), method: { word: `search:method.${data.method}` } },
  }),
  SheetGiven: ({ data }, who) => ({
    key: 'journal:sheet-opened',
    params: { who, operation: operation(data.operation) },
  }),
  SheetCounted: ({ data }, who): Sentence =>
    data.person
      ? {
          key: 'journal:sheet-typed',
          params: { who, operation: operation(data.operation), person: { sealed: data.person } },
        }
      : { key: 'journal:sheet-given', params: { who, operation: operation(data.operation) } },
  ConsensusClosed: ({ data }, who) => ({
    key: 'journal:consensus-closed',
    params: { who, operation: operation(data.operation) },
  }),
  ConsensusDropped: ({ data }, who) => ({
    key: 'journal:consensus-dropped',
    params: { who, operation: operation(data.operation) },
  }),
}
