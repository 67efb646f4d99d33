import { createHash, randomUUID } from 'node:crypto'
import express, { Router } from 'express'
import { z } from 'zod'
import { mayGive } from '../../shared/auth/may-give.ts'
import { worksOn } from '../../shared/auth/may-see.ts'
import type { Board } from '../../shared/board/board.ts'
import { caltopoGeoJson, searchGeoJson } from '../../shared/formats/search-geo-json.ts'
import { searchGpx } from '../../shared/formats/search-gpx.ts'
import { searchKml } from '../../shared/formats/search-kml.ts'
import { partsInside } from '../../shared/geo/clip.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { isRefusal, refuse } from '../../shared/kernel/refusal.ts'
import { label } from '../../shared/kernel/schema.ts'
import type { App } from '../app.ts'
import { filesWait, readApart, small } from '../imports/read-apart.ts'
import { sameWalk } from '../imports/same-walk.ts'
import { exportOf } from '../reads/search-export.ts'
import { confirmPassword, exportGrounds } from './export-grounds.ts'
import { forStaff } from './staff-request.ts'

const roles = ['search-coordinator', 'duty-officer', 'supervisor'] as const
const largestBody = 16 * 1024 * 1024
/** A KMZ as base64. */
const areasSent = z.union([z.strictObject({ text: z.string() }), z.strictObject({ zipped: z.base64() })])
const trackSent = z.strictObject({ place: z.string().max(64), who: label, text: z.string() })
const wanted = z.strictObject({
  operation: z.string().max(64),
  format: z.enum(['gpx', 'kml', 'geojson', 'caltopo']),
  ...exportGrounds,
})

const geoJson = 'application/geo+json'
const formats = {
  gpx: { ending: '.gpx', type: 'application/gpx+xml', write: searchGpx },
  kml: { ending: '.kml', type: 'application/vnd.google-earth.kml+xml', write: searchKml },
  geojson: { ending: '.geojson', type: geoJson, write: searchGeoJson },
  caltopo: { ending: '-caltopo.json', type: geoJson, write: caltopoGeoJson },
}

/** Files of a search: areas in, tracks of people without our app in, everything out. Mounted before what reads small JSON. */
export function searchRoutes(app: App, secure: boolean): Router {
  const routes = Router()
  // A character beyond ASCII takes up to three bytes, and six where JSON escapes it.
  const file = express.json({ limit: largestBody })

  routes.post(
    '/search/areas',
    forStaff(app, secure, roles, async (_, request, response) => {
      if (!(await read(file, request, response))) return answer(response, refuse('file.busy'))
      const sent = areasSent.safeParse(request.body)
      if (!sent.success) return answer(response, refuse('command.invalid'))
      const { data } = sent
      answer(
        response,
        await readApart('areas', 'text' in data ? data.text : Buffer.from(data.zipped, 'base64')),
      )
    }),
  )

  routes.post(
    '/search/track',
    forStaff(app, secure, roles, async (staff, request, response) => {
      if (!(await read(file, request, response))) return answer(response, refuse('file.busy'))
      const sent = trackSent.safeParse(request.body)
      if (!sent.success) return answer(response, refuse('command.invalid'))
      const { place, who, text } = sent.data
      const gpx = await readApart('track', text)
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
      const { operation = '', ring, letter = '' } = board.place.get(place) ?? {}
      if (ring && partsInside(ring, points).length === 0)
        return answer(response, refuse('search.track-elsewhere', { params: { letter } }))
      const search = board.operation.get(operation)?.search
      for (const known of search?.tracks ?? []) {
        if (known.id === body.track) continue
        if (!sameWalk(points, await app.reads.track(known.id, known.from, known.to))) continue
        const params = { letter: board.place.get(known.place)?.letter ?? '' }
        return answer(response, refuse('search.track-twice', { params }))
      }
      for (const { at, lat, lng, accuracy, speed } of points)
        app.stores.tracks.append(body.track, at, lat, lng, accuracy, speed ?? Number.NaN)
      await app.stores.tracks.flush()
      const given = await app.pipeline.give(staff, { id: randomUUID(), type: 'CreditTrack', body })
      // Of a track that was refused nothing stays, unless it is credited already.
      if (!given.ok && !isCredited(board, body.track)) await app.stores.tracks.forgetCarrier(body.track)
      response.status(given.ok ? 200 : 409).json(given.ok ? { points: points.length } : given)
    }),
  )

  routes.post(
    '/search/export',
    express.json({ limit: '4kb' }),
    forStaff(app, secure, roles, async (staff, request, response) => {
      const sent = wanted.safeParse(request.body)
      if (!sent.success) return answer(response, refuse('export.reason-missing'))
      const { operation, format, reason, password } = sent.data
      if (!worksOn(app.live.board, staff, operation)) return answer(response, refuse('operation.unknown'))
      const refused = await confirmPassword(app, staff, request, password)
      if (refused) return answer(response, refused)
      const found = await exportOf(app, staff, operation, reason)
      if (!found) return answer(response, refuse('search.not-a-search'))
      const { ending, type, write } = formats[format]
      const name = `search-${app.live.board.operation.get(operation)?.number}${ending}`
      response.attachment(name).type(type).send(write(found))
    }),
  )
  return routes
}

const isCredited = ({ operation }: Board, track: Id): boolean =>
  [...operation.values()].some(({ search }) => search?.tracks?.some(({ id }) => id === track))

/** The same points, in whatever file, have the same name. */
function trackId(points: readonly Fix[]): string {
  const hash = createHash('sha256')
  for (const { at, lat, lng } of points) hash.update(`${at} ${lat.toFixed(6)} ${lng.toFixed(6)}\n`)
  return `gpx-${hash.digest('hex').slice(0, 40)}`
}

function answer(response: express.Response, found: object): void {
  if (!isRefusal(found)) return void response.json(found)
  const { code, params } = found
  response.status(code === 'command.forbidden' ? 403 : 422).json({ code, ...(params && { params }) })
}

/** Large bodies on their way. */
let coming = 0

/**
 * Only who is signed in may make us read a large body, nobody one that is too large (it is not even drained), and none
 * while so many files wait that it would be refused: false.
 */
async function read(
  parser: express.RequestHandler,
  request: express.Request,
  response: express.Response,
): Promise<boolean> {
  // One that does not say how long it is may be as long as any.
  const length = Number(request.headers['content-length'] ?? largestBody)
  if (length > largestBody) {
    response.setHeader('Connection', 'close')
    throw Object.assign(new Error('too large'), { status: 413 })
  }
  const large = length > small
  if (large && filesWait(coming)) {
    response.setHeader('Connection', 'close')
    return false
  }
  if (large) coming++
  try {
    await new Promise<void>((done, fail) => {
      parser(request, response, (error?: unknown) => (error ? fail(error) : done()))
    })
  } finally {
    if (large) coming--
  }
  return true
}
