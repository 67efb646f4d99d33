import type { GroundEvent } from '../../shared/search/segments/ground-events.ts'
import { operation, place, type Sentences } from './parts.ts'

/** What lies on the ground of a search, and the papers about it. */
export const sentencesOfGround: Sentences<GroundEvent['type']> = {
  SearchLinesAdded: ({ data }, who) => ({
    key: 'journal:lines-added',
    params: { who, count: data.lines.length, operation: operation(data.operation) },
  }),
  SearchLineDropped: ({ data }, who) => ({
    key: 'journal:line-dropped',
    params: { who, operation: operation(data.operation) },
  }),
  HazardMarked: ({ data }, who) => ({
    key: 'journal:hazard-marked',
    params: { who, hazard: { word: `search:hazard.${data.kind}` }, operation: operation(data.operation) },
  }),
  HazardCleared: ({ data }, who) => ({
    key: 'journal:hazard-cleared',
    params: { who, operation: operation(data.operation) },
  }),
  PaperPrinted: ({ data }, who) => ({
    key: 'journal:paper-printed',
    params: {
      ...{ who, copy: data.copy, operation: operation(data.operation) },
      paper: { word: `search:paper.${data.paper}` },
    },
  }),
  SegmentLocked: ({ data }, who) => ({
    key: 'journal:segment-locked',
    params: { who, letter: data.letter, reason: { sealed: data.reason } },
  }),
  SegmentUnlocked: ({ data }, who) => ({
    key: 'journal:segment-unlocked',
    params: { who, place: place(data.place) },
  }),
  SegmentCut: ({ data }, who) => ({
    key: 'journal:segment-cut',
    params: { who, letter: data.letter, parts: data.parts.map(({ letter }) => letter).join(', ') },
  }),
}
