import * as z from 'zod/mini'

/** Fixes of a phone, newest last; its own clock, corrected on the server by `sentAt`. */
export const fixes = z.strictObject({
  sentAt: z.number(),
  /** Seconds between fixes that this device intends. */
  interval: z.int().check(z.minimum(1), z.maximum(3600)),
  fixes: z
    .array(
      z.strictObject({
        at: z.number(),
        lat: z.number(),
        lng: z.number(),
        accuracy: z.number(),
        heading: z.optional(z.number()),
        speed: z.optional(z.number()),
      }),
    )
    .check(z.minLength(1), z.maxLength(500)),
})
export type FixesMessage = z.output<typeof fixes>

export type FixesAnswer =
  | { ok: true; accepted: number; dropped: Record<string, number> }
  | { ok: false; code: string }
