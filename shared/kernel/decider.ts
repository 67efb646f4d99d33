import type { Actor, Fact } from './event.ts'
import type { Id, Millis } from './ids.ts'
import type { Refusal } from './refusal.ts'

/** Everything a decision may know besides the board and the command; all of it is input, so a replay is exact. */
export interface DecisionContext {
  now: Millis
  by: Actor
  /** Whether the actor's account is a police officer's; false for assistants. */
  police: boolean
  /** The 1st, 2nd, … id of this command: hash(command id, n), so that a retry makes the same ones. */
  newId(): Id
  /** What the server measured for this command before it is decided (a segment's sweep, from the stored tracks). */
  measured?: unknown
  /** Salted SHA-256 (hex) that lets a reader prove a text kept in the vault. */
  digest(text: string, salt: Id): string
}

/** Personal data or free text that goes to the vault before the facts are appended; the facts carry only the id. */
export interface Secret {
  of: Id
  fields: Record<string, string>
}

/** Stands in a fact where the text itself must not: the vault has it under `text`. */
export interface SealedText {
  text: Id
  digest: string
}

export interface Decided<F extends Fact = Fact> {
  facts: F[]
  secrets?: Secret[]
  result?: unknown
}

export type Decision<F extends Fact = Fact> = Decided<F> | Refusal

/** Seals a free text for a fact; give the returned secret back with the decision. */
export function seal(ctx: DecisionContext, text: string): { sealed: SealedText; secret: Secret } {
  const id = ctx.newId()
  return { sealed: { text: id, digest: ctx.digest(text, id) }, secret: { of: id, fields: { text } } }
}
