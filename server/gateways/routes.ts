import express, { type Request, type Response, Router } from 'express'
import { parseOsmAndForm, parseOsmAndJson } from '../../shared/formats/osmand.ts'
import { parseOwnTracks } from '../../shared/formats/owntracks.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import { isRefusal } from '../../shared/kernel/refusal.ts'
import type { App } from '../app.ts'
import { blocked, limits, take } from '../auth/limits.ts'

/** Seconds; native trackers do not say theirs, and slow down when they lie still. */
const trackerInterval = 60

/** Native trackers over HTTP. Both formats end as the position report of a phone; tokens and queries are never logged. */
export function gateways(app: App): Router {
  const routes = Router()
  routes.use(
    express.json({ limit: '256kb', type: 'application/json' }),
    express.urlencoded({ extended: false, limit: '16kb' }),
  )

  /** OwnTracks: HTTP basic, the device's token as the password; it expects a JSON array. */
  routes.post('/owntracks', async (request, response) => {
    const credentials = Buffer.from(
      (request.headers.authorization ?? '').replace(/^Basic /i, ''),
      'base64',
    ).toString()
    const token = credentials.slice(credentials.indexOf(':') + 1)
    const fixes = parseOwnTracks(request.body)
    if (isRefusal(fixes)) return void response.status(400).json({ code: fixes.code, params: fixes.params })
    if (await report(app, request, response, token, fixes)) response.json([])
  })

  /** OsmAnd and Traccar Client: `id` is the token, in the query, the form or the JSON. */
  routes.all('/osmand', async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'POST')
      return void response.status(405).json({ code: 'http.method' })
    const parsed = request.is('application/json')
      ? parseOsmAndJson(request.body)
      : parseOsmAndForm({ ...request.query, ...(request.body as object | undefined) })
    if (isRefusal(parsed)) return void response.status(400).json({ code: parsed.code, params: parsed.params })
    if (await report(app, request, response, parsed.token, parsed.fixes)) response.json({ ok: true })
  })
  return routes
}

/** False when an answer was already given. Wrong tokens cost the address, so that they cannot be tried out. */
async function report(
  app: App,
  request: Request,
  response: Response,
  token: string,
  fixes: Fix[],
): Promise<boolean> {
  const address = `ingest ${request.ip}`
  if ((await blocked(limits.address, address)) > 0) {
    response.status(429).json({ code: 'rate.limited' })
    return false
  }
  const identity = await app.sessions.identify(token, 'device')
  if (!identity || identity.viewer.kind === 'staff') {
    await take(limits.address, address)
    response.status(401).json({ code: 'device.unknown' })
    return false
  }
  const { kind, id, device } = identity.viewer
  if (
    (await take(limits.fixes, device)) > 0 ||
    (fixes.length > 0 && (await take(limits.fixesTold, device, fixes.length)) > 0)
  ) {
    response.status(429).json({ code: 'rate.limited' })
    return false
  }
  if (fixes.length > 0) app.positions.report({ kind, id }, fixes, { id: device, interval: trackerInterval })
  return true
}
