import { createHash, randomUUID } from 'node:crypto'
import express, { Router } from 'express'
import { z } from 'zod'
import { mayGive } from '../../shared/auth/may-do.ts'
import { worksOn } from '../../shared/auth/may-see.ts'
import { searchGeoJson, searchGpx } from '../../shared/formats/search-export.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import { isRefusal, refuse } from '../../shared/kernel/refusal.ts'
import { label } from '../../shared/kernel/schema.ts'
import type { App } from '../app.ts'
import { readAreas } from '../imports/areas.ts'
import { readGpx } from '../imports/gpx.ts'
import { exportOf } from '../reads/search-export.ts'
import { forStaff } from './staff-request.ts'

const roles = ['search-coordinator', 'duty-officer', 'supervisor'] as const
const areasSent = z.strictObject({ text: z.string() })
const trackSent = z.strictObject({ place: z.string().max(64), who: label, text: z.string() })
const wanted = z.strictObject({
  operation: z.string().max(64),
  format: z.enum(['gpx', 'geojson']),
  reason: z.string().trim().min(3).max(200),
})

/** Files of a search: areas in, tracks of people without our app in, everything out. Mounted before what reads small JSON. */
export function searchRoutes(app: App, secure: boolean): Router {
  const routes = Router()
  // A character beyond ASCII takes up to three bytes, and six where JSON escapes it.
  const file = express.json({ limit: '16mb' })

  routes.post(
    '/search/areas',
    forStaff(app, secure, roles, async (_, request, response) => {
      await read(file, request, response)
      const sent = areasSent.safeParse(request.body)
      answer(response, sent.success ? readAreas(sent.data.text) : refuse('command.invalid'))
    }),
  )

  routes.post(
    '/search/track',
    forStaff(app, secure, roles, async (staff, request, response) => {
      await read(file, request, response)
      const sent = trackSent.safeParse(request.body)
      if (!sent.success) return answer(response, refuse('command.invalid'))
      const { place, who, text } = sent.data
      const gpx = readGpx(text)
      if (isRefusal(gpx)) return answer(response, gpx)
      const { points } = gpx
      const { board } = app.live
      const body = {
        place,
        who,
        track: trackId(points),
        from: points[0]?.at ?? 0,
        to: points.at(-1)?.at ?? 0,
      }
      if (!mayGive(board, staff, 'CreditTrack', body)) return answer(response, refuse('command.forbidden'))
      const search = board.operation.get(board.place.get(place)?.operation ?? '')?.search
      for (const known of search?.tracks ?? []) {
        if (known.id === body.track || known.to < body.from || known.from > body.to) continue
        if (!sameWalk(points, await app.reads.track(known.id, known.from, known.to))) continue
        const params = { letter: board.place.get(known.place)?.letter ?? '' }
        return answer(response, refuse('search.track-twice', { params }))
      }
      for (const point of points) app.stores.tracks.append(body.track, point)
      await app.stores.tracks.flush()
      const given = await app.pipeline.give(staff, { id: randomUUID(), type: 'CreditTrack', body })
      response.status(given.ok ? 200 : 409).json(given.ok ? { points: points.length } : given)
    }),
  )

  routes.post(
    '/search/export',
    express.json({ limit: '4kb' }),
    forStaff(app, secure, roles, async (staff, request, response) => {
      const sent = wanted.safeParse(request.body)
      if (!sent.success) return answer(response, refuse('search.reason-missing'))
      const { operation, format, reason } = sent.data
      if (!worksOn(app.live.board, staff, operation)) return answer(response, refuse('operation.unknown'))
      const found = await exportOf(app, staff, operation, reason)
      if (!found) return answer(response, refuse('search.not-a-search'))
      const name = `search-${app.live.board.operation.get(operation)?.number}.${format}`
      response
        .attachment(name)
        .type(format === 'gpx' ? 'application/gpx+xml' : 'application/geo+json')
        .send(format === 'gpx' ? searchGpx(found) : searchGeoJson(found))
    }),
  )
  return routes
}

/** The same points, in whatever file, have the same name. */
function trackId(points: readonly Fix[]): string {
  const hash = createHash('sha256')
  for (const { at, lat, lng } of points) hash.update(`${at} ${lat.toFixed(6)} ${lng.toFixed(6)}\n`)
  return `gpx-${hash.digest('hex').slice(0, 40)}`
}

/** A cut of a walk that is credited already is the same walk. */
function sameWalk(
  points: readonly Fix[],
  known: readonly { at: number; lat: number; lng: number }[],
): boolean {
  const name = ({ at, lat, lng }: { at: number; lat: number; lng: number }) =>
    `${at} ${lat.toFixed(6)} ${lng.toFixed(6)}`
  const names = new Set(known.map(name))
  return points.filter((point) => names.has(name(point))).length * 2 >= points.length
}

function answer(response: express.Response, found: object): void {
  if (!isRefusal(found)) return void response.json(found)
  const { code, params } = found
  response.status(code === 'command.forbidden' ? 403 : 422).json({ code, ...(params && { params }) })
}

/** Only who is signed in may make us read a large body. */
function read(parser: express.RequestHandler, request: express.Request, response: express.Response) {
  return new Promise<void>((done, fail) => {
    parser(request, response, (error?: unknown) => (error ? fail(error) : done()))
  })
}
