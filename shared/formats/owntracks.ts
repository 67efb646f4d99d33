import * as z from 'zod/mini'
import type { Fix } from '../kernel/fix.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { trackerFix } from './tracker-fix.ts'

const typed = z.looseObject({ _type: z.string().check(z.minLength(1), z.maxLength(40)) })

/** What is used of https://owntracks.org/booklet/tech/json/: `tst` in seconds, `vel` in km/h, `acc` in metres. */
const location = z.looseObject({
  tst: z.number(),
  lat: z.number(),
  lon: z.number(),
  acc: z.optional(z.number()),
  vel: z.optional(z.number()),
  cog: z.optional(z.number()),
})

/**
 * The fixes of one OwnTracks message, at most one. Its other types (transition, waypoint, lwt, …) are accepted and hold
 * none: the app repeats for ever what is refused. The app expects a JSON array for an answer, `[]` will do.
 */
export function parseOwnTracks(body: unknown): Fix[] | Refusal {
  const type = typed.safeParse(body)
  if (!type.success) return refuse('ingest.invalid', { params: { field: '_type' } })
  if (type.data._type !== 'location') return []
  const parsed = location.safeParse(body)
  if (!parsed.success)
    return refuse('ingest.invalid', { params: { field: String(parsed.error.issues[0]?.path[0]) } })
  const { tst, lat, lon, acc, vel, cog } = parsed.data
  return [
    trackerFix(tst * 1000, lat, lon, {
      accuracy: acc,
      heading: cog,
      speed: vel === undefined ? undefined : vel / 3.6,
    }),
  ]
}
