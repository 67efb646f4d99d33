import * as z from 'zod/mini'

/** What the dashboard's map shows; frames are cut to it. `null` stops frames (a hidden tab). */
export const view = z.nullable(
  z.strictObject({
    south: z.number().check(z.minimum(-90), z.maximum(90)),
    west: z.number().check(z.minimum(-180), z.maximum(180)),
    north: z.number().check(z.minimum(-90), z.maximum(90)),
    east: z.number().check(z.minimum(-180), z.maximum(180)),
    zoom: z.number().check(z.minimum(0), z.maximum(22)),
  }),
)
export type View = z.output<typeof view>
