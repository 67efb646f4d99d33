import * as z from 'zod/mini'
import { skills } from '../assistants/types.ts'
import { id, label, latLng, millis, region, ring, text, window } from '../kernel/schema.ts'
import { operationKinds, placeKinds } from './types.ts'

const reliefMinutes = z.nullable(z.int().check(z.minimum(15), z.maximum(720)))

const placeBody = {
  kind: z.enum(placeKinds),
  letter: z.string().check(z.trim(), z.minLength(1), z.maxLength(4)),
  name: label,
  meeting: z.strictObject({ at: latLng, time: z.nullable(millis) }),
  ring: z.nullable(ring),
  slots: z.array(z.strictObject({ skill: z.optional(z.enum(skills)) })).check(z.maxLength(40)),
  minimum: z.int().check(z.minimum(0), z.maximum(40)),
  poa: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
}

const hand = z.strictObject({
  kind: z.enum(['pin', 'forbid']),
  assistant: z.optional(id),
  unit: z.optional(id),
  place: z.optional(id),
})

export const operationCommands = {
  OpenOperation: z.strictObject({
    kind: z.enum(operationKinds),
    title: label,
    region,
    window,
    perimeter: ring,
    briefing: z.optional(text),
    reliefMinutes: z.optional(reliefMinutes),
    autoRefill: z.optional(z.boolean()),
    /** The places that are known already; more by PlanPlace. */
    places: z.optional(z.array(z.strictObject(placeBody)).check(z.maxLength(200))),
    incident: z.optional(id),
  }),
  ChangeOperation: z.strictObject({
    operation: id,
    title: z.optional(label),
    window: z.optional(window),
    perimeter: z.optional(ring),
    briefing: z.optional(text),
    reliefMinutes: z.optional(reliefMinutes),
    autoRefill: z.optional(z.boolean()),
  }),
  PlanPlace: z.strictObject({ operation: id, ...placeBody }),
  ChangePlace: z.strictObject({ place: id, ...placeBody }),
  RemovePlace: z.strictObject({ place: id }),
  SetHand: z.strictObject({ operation: id, hand }),
  ClearHand: z.strictObject({ operation: id, hand }),
  CloseOperation: z.strictObject({ operation: id, outcome: z.enum(['done', 'aborted', 'located']) }),
  AddNote: z.strictObject({ operation: z.nullable(id), region: z.optional(region), note: text }),
}
