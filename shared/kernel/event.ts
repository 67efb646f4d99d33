import type { Id, Key, Millis } from './ids.ts'

/**
 * Who did it: ids only, names are looked up by whoever may see them. `behalfOf` stands where the desk entered what a
 * unit or assistant said by radio.
 */
export interface Actor {
  kind: 'staff' | 'assistant' | 'unit' | 'system'
  id: Id
  behalfOf?: Id
}

/** What `decide` makes: a fact, and the keys of the entities it changes. */
export interface Fact<Type extends string = string, Data = unknown> {
  type: Type
  keys: Key[]
  data: Data
}

/** A fact as it stands in the log. `commandId` groups the facts of one command, in order `n` (0, 1, …). */
export interface LoggedEvent<Type extends string = string, Data = unknown> extends Fact<Type, Data> {
  seq: number
  at: Millis
  by: Actor
  commandId: Id
  n: number
}

/** The facts of a map { type: data } as one union: `Facts<{ TaskSent: … }>`. */
export type Facts<Map> = { [Type in keyof Map & string]: Fact<Type, Map[Type]> }[keyof Map & string]

/** The same, as they stand in the log. */
export type Logged<Map> = { [Type in keyof Map & string]: LoggedEvent<Type, Map[Type]> }[keyof Map & string]
