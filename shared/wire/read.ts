import * as z from 'zod/mini'
import type { StaffRole } from '../accounts/types.ts'
import { day } from '../applications/commands.ts'
import type { FrozenMinute } from '../force-reports/minute.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import type { LoggedEvent } from '../kernel/event.ts'
import { entityKinds } from '../kernel/ids.ts'
import { id, millis } from '../kernel/schema.ts'
import type { Proposal } from '../pairing/proposal.ts'
import type { ProofCodes } from '../proof-of-office/types.ts'
import type { SweepWidth, SweptByKind } from '../search/types.ts'
import type { HoleLeft } from '../search-theory/segment-coverage.ts'
import type { Ledger } from '../service-hours/types.ts'
import type { SystemState } from '../system/types.ts'

/** How somebody can be looked at, as the access log has it. */
export const accessKinds = [
  'names',
  'person',
  'find',
  'track',
  'follow',
  'minute',
  'hours',
  'proof',
  'texts',
  'export',
  'document',
  'audit',
] as const
export type AccessKind = (typeof accessKinds)[number]

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
  /** What an applicant has said, the file opened: recorded. */
  applicant: z.strictObject({ kind: z.literal('applicant'), application: id }),
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
  /** Codes that show the asker's office, for the next minutes. */
  proof: z.strictObject({ kind: z.literal('proof') }),
  /** The hours of one assistant between two days; recorded when it is not the person's own. */
  hours: z.strictObject({ kind: z.literal('hours'), assistant: id, from: day, to: day }),
  /** One person's live position, from now on: the desk says whom it follows. Recorded. */
  follow: z.strictObject({ kind: z.literal('follow'), carrier: id }),
  /** The frozen minute of a report of force; recorded. */
  minute: z.strictObject({ kind: z.literal('minute'), report: id }),
  /**
   * The record of decisions or of reads, newest first, below `before`. `what` is a kind of entity, or of reading; `about`
   * an entity that was changed or looked at. Recorded.
   */
  audit: z.strictObject({
    kind: z.literal('audit'),
    chain: z.enum(['log', 'access']),
    from: z.nullable(millis),
    to: z.nullable(millis),
    what: z.nullable(z.enum([...entityKinds, ...accessKinds])),
    actor: z.nullable(id),
    about: z.nullable(id),
    operation: z.nullable(id),
    /** Words of the record or of its sealed texts, a name or call sign; and the types whose sentence says so. */
    text: z.nullable(
      z.strictObject({
        words: z.string().check(z.trim(), z.minLength(2), z.maxLength(80)),
        types: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(300)),
      }),
    ),
    before: z.nullable(z.int()),
    limit: z.int().check(z.minimum(1), z.maximum(500)),
  }),
  /** Who has looked at the asker, newest first. */
  'looked-at': z.strictObject({ kind: z.literal('looked-at'), before: z.nullable(z.int()) }),
  /** What the stored tracks have covered of each segment of a search since `from`. */
  coverage: z.strictObject({ kind: z.literal('coverage'), operation: id }),
  /** How the servers do: counts and times, nothing of anybody. */
  system: z.strictObject({ kind: z.literal('system') }),
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
  /** Who searches otherwise than on foot with `sweepWidth`. */
  byKind?: SweptByKind[]
  coverage: number
  /** What a record would count: weighed by what earlier sweeps have left of each cell. */
  pod: number
  /** Where something was searched before: the mean over the area alone, and the holes that all ways have left. */
  podOfArea?: number
  left?: HoleLeft[]
}

/** One look at the asker; officers are known by their role. */
export interface Looked {
  seq: number
  at: number
  how: AccessKind
  by: 'staff' | 'assistant' | 'unit' | 'system'
  role: StaffRole | null
}

export interface ReadAnswers {
  proof: ProofCodes
  hours: Ledger
  names: Record<string, { name: string; rank?: string }>
  texts: Record<string, string>
  person: { name: string; phone?: string }
  applicant: { iin: string; birthDate: string; phone: string }
  find: { kind: 'assistant' | 'unit'; id: string }[]
  proposal: Proposal
  journal: { events: LoggedEvent[]; more: boolean }
  track: { at: number; lat: number; lng: number; accuracy: number }[]
  follow: { following: true }
  minute: FrozenMinute
  coverage: CoverageOfSegment[]
  /** `before` is where the next question goes on; null at the end. */
  audit: { events: LoggedEvent[]; before: number | null }
  'looked-at': { looks: Looked[]; before: number | null }
  system: SystemState
}
export type ReadAnswer<Kind extends ReadKind> =
  | { ok: true; answer: ReadAnswers[Kind] }
  | { ok: false; code: string; params?: Record<string, string | number> }
