import * as z from 'zod/mini'
import type { LatLng } from '../geo/lat-lng.ts'
import type { LoggedEvent } from '../kernel/event.ts'
import { id, millis } from '../kernel/schema.ts'
import type { Proposal } from '../pairing/proposal.ts'
import type { SweepWidth } from '../search/types.ts'

/** Everything a client may ask that changes nothing. One schema per question; the answers' shapes stand below. */
export const reads = {
  /** Names of people and staff for the ids on screen; recorded once per person and session. */
  names: z.strictObject({
    kind: z.literal('names'),
    ids: z.array(id).check(z.minLength(1), z.maxLength(500)),
  }),
  /** Texts of the vault that stand on entities the viewer may see. */
  texts: z.strictObject({
    kind: z.literal('texts'),
    ids: z.array(id).check(z.minLength(1), z.maxLength(500)),
  }),
  /** Details of one person, opened: recorded. */
  person: z.strictObject({ kind: z.literal('person'), assistant: id }),
  /** By call sign, name, phone; on the server, recorded. */
  find: z.strictObject({
    kind: z.literal('find'),
    term: z.string().check(z.trim(), z.minLength(2), z.maxLength(40)),
  }),
  /** Teams for all places of an operation that lack people. Computed, never an event. */
  proposal: z.strictObject({
    kind: z.literal('proposal'),
    operation: id,
    places: z.optional(z.array(id).check(z.maxLength(200))),
  }),
  /** Journal of the desk or of one operation, newest first, before a sequence. */
  journal: z.strictObject({
    kind: z.literal('journal'),
    operation: z.nullable(id),
    before: z.nullable(z.int()),
    limit: z.int().check(z.minimum(1), z.maximum(500)),
  }),
  /** One carrier's track; recorded. */
  track: z.strictObject({ kind: z.literal('track'), carrier: id, from: millis, to: millis }),
  /** What the stored tracks have covered of each segment of a search since `from`. */
  coverage: z.strictObject({ kind: z.literal('coverage'), operation: id }),
}
export type ReadKind = keyof typeof reads
export type ReadQuestion = { [Kind in ReadKind]: z.output<(typeof reads)[Kind]> }[ReadKind]

export interface CoverageOfSegment {
  place: string
  /** Square metres. */
  area: number
  sweepWidth: SweepWidth
  /** Filtered metres inside, per searcher, and what the filter dropped, metres by reason. */
  searchers: { assistant: string; metres: number; dropped: Record<string, number>; line: LatLng[][] }[]
  coverage: number
  pod: number
}

export interface ReadAnswers {
  names: Record<string, { name: string; rank?: string }>
  texts: Record<string, string>
  person: { name: string; phone?: string }
  find: { kind: 'assistant' | 'unit'; id: string }[]
  proposal: Proposal
  journal: { events: LoggedEvent[]; more: boolean }
  track: { at: number; lat: number; lng: number; accuracy: number }[]
  coverage: CoverageOfSegment[]
}
export type ReadAnswer<Kind extends ReadKind> =
  | { ok: true; answer: ReadAnswers[Kind] }
  | { ok: false; code: string; params?: Record<string, string | number> }
