import * as z from 'zod/mini'
import { id, millis, ring, text } from '../../kernel/schema.ts'
import { teamKinds } from '../teams/team-kinds.ts'
import { lights, terrains } from './debrief-types.ts'

const visibility = z.enum(['high', 'medium', 'low'])
const rd = z.number().check(z.minimum(0.5), z.maximum(500))

/** Shares, people and metres of any size come in: what cannot be is refused with its own sentence. */
const said = z.strictObject({
  spacing: z.nullable(z.number()),
  light: z.enum(lights),
  terrain: z.enum(terrains),
  width: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('planned') }),
    z.strictObject({ by: z.literal('rd-test'), rd, visibility }),
    z.strictObject({ by: z.literal('visibility'), visibility }),
  ]),
  missed: z.nullable(
    z.union([z.strictObject({ ring: ring.check(z.maxLength(200)) }), z.strictObject({ share: z.number() })]),
  ),
  others: z.nullable(z.strictObject({ people: z.int(), metres: z.number(), confirmed: z.boolean() })),
})

export const debriefCommands = {
  /** What the team says of a recorded sweep; the server reckons it again from the stored tracks. The newest counts. */
  DebriefSearch: z.strictObject({ place: id, sweep: millis, said, words: z.nullable(text) }),
  /** The sweep counts as it was measured again. */
  UndoDebrief: z.strictObject({ place: id, sweep: millis }),
  /** How a kind of team searches in this search; null: as assumed. */
  SetTeamKind: z.strictObject({
    operation: id,
    kind: z.enum(teamKinds),
    numbers: z.nullable(
      z.strictObject({
        width: z.nullable(z.number().check(z.minimum(0.5), z.maximum(500))),
        speed: z.number().check(z.minimum(0.1), z.maximum(60)),
        source: z.enum(['estimate', 'rd-test', 'maker']),
      }),
    ),
  }),
}
