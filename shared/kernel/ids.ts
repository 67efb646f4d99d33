/** An entity's id: a UUID, or a short seeded name in a rehearsal ("unit-14"). Never a person's name or number. */
export type Id = string

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Millis = number

/** The kinds of entity that the board holds; the first part of a key. */
export const entityKinds = [
  'account',
  'device',
  'gateway',
  'assistant',
  'unit',
  'operation',
  'place',
  'task',
  'incident',
  'alarm',
  'message',
  'note',
  'handover',
  'application',
  'report',
  'erasure',
  'case',
  'card',
  'clue',
  'recheck',
  'prior',
  'consensus',
  'sheet',
  'distances',
] as const
export type EntityKind = (typeof entityKinds)[number]

/**
 * What an append can collide on: one key per entity, and two kinds that are no entity: `store` (the counters, call
 * signs, phones) and `alarm-slot` (one open alarm per kind and subject).
 */
export type Key = `${EntityKind | 'store' | 'alarm-slot'}:${string}`

export const key = (kind: EntityKind, id: Id): Key => `${kind}:${id}`

/** Who hands out the next operation or incident number changes this one. */
export const numbersKey: Key = 'store:numbers'

/** Who adds call signs changes this one, so that none is given twice. */
export const rosterKey: Key = 'store:roster'

/** Who opens an application changes this one: files are numbered in a row. */
export const applicationsKey: Key = 'store:applications'

/** One person's files: two at once for one IIN meet here. `person` is a keyed hash. */
export const applicantSlot = (person: string): Key => `store:applicant/${person}`

/** What the retention has deleted: of no entity, for the auditor alone. */
export const retentionKey: Key = 'store:retention'

/** A holder has one phone: who enrols one changes this. */
export const phoneSlot = (holder: Id): Key => `store:phone/${holder}`

export const alarmSlot = (alarmKind: string, subject: Id): Key => `alarm-slot:${alarmKind}/${subject}`

/** Splits a key of an entity; null for `store` and `alarm-slot`. */
export function entityOf(of: Key): { kind: EntityKind; id: Id } | null {
  const colon = of.indexOf(':')
  const kind = of.slice(0, colon) as EntityKind
  return entityKinds.includes(kind) ? { kind, id: of.slice(colon + 1) } : null
}
