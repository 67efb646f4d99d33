import * as z from 'zod/mini'
import { id, label, region } from '../../kernel/schema.ts'
import { consensusMethods } from '../../search-theory/consensus.ts'
import { mostRows, priorSources } from './probability.ts'

/** What is wrong with the numbers is told by the decision, with a sentence. */
const numbers = z.array(z.number()).check(z.maxLength(201))

export const probabilityCommands = {
  ChangeFindDistances: z.strictObject({
    region,
    rows: z
      .array(
        z.strictObject({
          category: label,
          terrain: label,
          source: z.string().check(z.trim(), z.maxLength(200)),
          kazakhstan: z.optional(z.literal(true)),
          within: z.array(z.strictObject({ share: z.number(), metres: z.number() })).check(z.maxLength(10)),
        }),
      )
      .check(z.maxLength(mostRows)),
  }),
  /** Which row of the table the rings of a search go by; there is no default. */
  ChooseRings: z.strictObject({ operation: id, category: label, terrain: label }),
  /** `poa` of each scenario in the order of `places`, which are all segments; with `row` it makes up 1. */
  SetPriors: z.strictObject({
    operation: id,
    places: z.array(id).check(z.minLength(1), z.maxLength(200)),
    scenarios: z
      .array(
        z.strictObject({
          name: z.nullable(label),
          weight: z.number(),
          source: z.enum(priorSources),
          consensus: z.nullable(id),
          poa: numbers,
          row: z.number(),
        }),
      )
      .check(z.minLength(1), z.maxLength(8)),
  }),
  /** `row` is the rest of the world for the method that takes it as given. */
  OpenConsensus: z.strictObject({
    operation: id,
    method: z.enum(consensusMethods),
    row: z.nullable(z.number()),
  }),
  /** One's own sheet, or with `person` a paper of somebody without an account. `sheet` names the one it replaces. */
  GiveSheet: z.strictObject({
    consensus: id,
    values: z.union([numbers, z.array(z.string().check(z.maxLength(1))).check(z.maxLength(201))]),
    person: z.optional(label),
    sheet: z.optional(id),
  }),
  CloseConsensus: z.strictObject({ consensus: id }),
  DropConsensus: z.strictObject({ consensus: id }),
}
