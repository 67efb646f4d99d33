import * as z from 'zod/mini'
import type { Fix } from '../kernel/fix.ts'
import type { Millis } from '../kernel/ids.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { trackerFix } from './tracker-fix.ts'

/** `token` is the tracker's id field, which is its only credential: it belongs in no log. */
export interface TrackerReport {
  token: string
  fixes: Fix[]
}

const KNOT = 1852 / 3600
const maxFixes = 500

const token = z.string().check(z.minLength(1), z.maxLength(200))
const decimal = z.pipe(
  z.string().check(z.maxLength(30), z.regex(/^-?\d+(\.\d*)?([eE][+-]?\d{1,3})?$/)),
  z.transform(Number),
)
const time = z.pipe(
  z.string().check(z.maxLength(40)),
  z.transform((written, ctx): Millis => {
    const at = millisOf(written)
    if (Number.isNaN(at)) ctx.issues.push({ code: 'custom', message: 'no time', input: written })
    return at
  }),
)
const flag = z.enum(['true', 'false', '1', '0'])

/** What is used of https://www.traccar.org/osmand/ as query or form: `speed` in knots, `accuracy` in metres. */
const form = z.looseObject({
  id: token,
  timestamp: z.optional(time),
  lat: z.optional(decimal),
  lon: z.optional(decimal),
  speed: z.optional(decimal),
  bearing: z.optional(decimal),
  accuracy: z.optional(decimal),
  valid: z.optional(flag),
})

/** The JSON of Traccar Client 9 and of the location SDK below it: `speed` in metres per second, -1 = unknown. */
const reading = z.looseObject({
  timestamp: time,
  coords: z.optional(
    z.looseObject({
      latitude: z.number(),
      longitude: z.number(),
      accuracy: z.nullish(z.number()),
      speed: z.nullish(z.number()),
      heading: z.nullish(z.number()),
    }),
  ),
})
const json = z.looseObject({
  device_id: token,
  location: z.union([reading, z.array(reading).check(z.maxLength(maxFixes))]),
})

/**
 * A GET's query or a POST's form, as strings by name (a name given twice is refused). `deviceid` and `heading` stand for
 * `id` and `bearing`; an empty value is none. Without a place (a heartbeat, cells only) or with `valid=false` there is
 * no fix.
 */
export function parseOsmAndForm(fields: Record<string, unknown>): TrackerReport | Refusal {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
  const parsed = form.safeParse({
    ...given,
    id: given.id ?? given.deviceid,
    bearing: given.bearing ?? given.heading,
  })
  if (!parsed.success) return invalid(parsed.error.issues)
  const { id, timestamp, lat, lon, speed, bearing, accuracy, valid } = parsed.data
  if (valid === 'false' || valid === '0' || (lat === undefined && lon === undefined))
    return { token: id, fixes: [] }
  if (lat === undefined || lon === undefined || timestamp === undefined)
    return refuse('ingest.invalid', { params: { field: 'lat, lon, timestamp' } })
  const mps = speed === undefined ? undefined : speed * KNOT
  return { token: id, fixes: [trackerFix(timestamp, lat, lon, { accuracy, heading: bearing, speed: mps })] }
}

/** A POST with JSON: one report, or an array of reports of one device. */
export function parseOsmAndJson(body: unknown): TrackerReport | Refusal {
  const reports = Array.isArray(body) ? body : [body]
  if (reports.length > maxFixes) return refuse('ingest.too-many', { params: { most: maxFixes } })
  const fixes: Fix[] = []
  let of: string | null = null
  for (const report of reports) {
    const parsed = json.safeParse(report)
    if (!parsed.success) return invalid(parsed.error.issues)
    const { device_id, location } = parsed.data
    if (of !== null && of !== device_id) return refuse('ingest.invalid', { params: { field: 'device_id' } })
    of = device_id
    for (const { timestamp, coords } of Array.isArray(location) ? location : [location])
      if (coords !== undefined)
        fixes.push(
          trackerFix(timestamp, coords.latitude, coords.longitude, {
            accuracy: coords.accuracy ?? undefined,
            heading: coords.heading ?? undefined,
            speed: coords.speed ?? undefined,
          }),
        )
  }
  if (of === null) return refuse('ingest.invalid', { params: { field: 'device_id' } })
  if (fixes.length > maxFixes) return refuse('ingest.too-many', { params: { most: maxFixes } })
  return { token: of, fixes }
}

const invalid = (issues: readonly { path: PropertyKey[] }[]): Refusal =>
  refuse('ingest.invalid', { params: { field: issues[0]?.path.join('.') ?? '' } })

/**
 * Seconds or milliseconds since 1970, ISO 8601, or "2026-03-02 09:00:00"; a time without a zone is UTC. NaN when it is
 * none of them.
 */
function millisOf(written: string): Millis {
  if (/^\d{1,16}$/.test(written)) {
    const number = Number(written)
    return number < 2 ** 31 ? number * 1000 : number
  }
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?$/.exec(written)
  if (match === null) return Number.NaN
  const zone = match[3] ?? 'Z'
  return Date.parse(
    `${match[1]}T${match[2]}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`,
  )
}
