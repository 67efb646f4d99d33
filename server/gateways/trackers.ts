import type { IncomingMessage, ServerResponse } from 'node:http'
import { parse as parseForm } from 'node:querystring'
import { parseOsmAndForm, parseOsmAndJson } from '../../shared/formats/osmand.ts'
import { parseOwnTracks } from '../../shared/formats/owntracks.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import { isRefusal, type Refusal } from '../../shared/kernel/refusal.ts'
import type { App } from '../app.ts'
import { blocked, limits, take } from '../auth/limits.ts'
import { StoreUnavailable } from '../ports/event-log.ts'
import {
  addressOf,
  answer,
  bodyOf,
  type HttpRefused,
  isHttpRefused,
  jsonOf,
  mediaType,
} from './plain-http.ts'

/** Seconds; native trackers and gateways do not say theirs, and slow down when they lie still. */
export const untoldInterval = 60

const mostJson = 256 * 1024
const mostForm = 16 * 1024

interface Answered {
  status: number
  body: unknown
}

type Handler = (app: App, request: IncomingMessage, query: string) => Promise<Answered>

const handlers: Record<string, Handler> = { '/ingest/owntracks': ownTracks, '/ingest/osmand': osmAnd }

/**
 * Native trackers, one fix a request, so they are heard on plain node:http before anything else is. False for a request
 * that is none of theirs. Both formats end as the position report of a phone; tokens and queries are never logged.
 */
export function trackers(app: App, headers: Record<string, string>) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { url = '', method } = request
    if (!url.startsWith('/ingest/')) return false
    const mark = url.indexOf('?')
    const path = (mark < 0 ? url : url.slice(0, mark)).toLowerCase().replace(/\/$/, '')
    const handler = Object.hasOwn(handlers, path) ? handlers[path] : undefined
    if (!handler || (handler === ownTracks && method !== 'POST')) return false
    handler(app, request, mark < 0 ? '' : url.slice(mark + 1))
      .catch((error: unknown): Answered => {
        if (error instanceof StoreUnavailable) return { status: 503, body: { code: 'store.unavailable' } }
        app.logger.error({ err: error }, 'a request could not be handled')
        return { status: 500, body: { code: 'server.failed' } }
      })
      .then(({ status, body }) => answer(response, headers, status, body))
    return true
  }
}

/** OwnTracks: HTTP basic, the device's token as the password; it expects a JSON array. */
async function ownTracks(app: App, request: IncomingMessage): Promise<Answered> {
  const body = await readBody(request)
  if (isHttpRefused(body)) return refusedBy(body)
  const credentials = Buffer.from(
    (request.headers.authorization ?? '').replace(/^Basic /i, ''),
    'base64',
  ).toString()
  const fixes = parseOwnTracks(body)
  if (isRefusal(fixes)) return unread(fixes)
  const token = credentials.slice(credentials.indexOf(':') + 1)
  return (await report(app, request, token, fixes)) ?? { status: 200, body: [] }
}

/** OsmAnd and Traccar Client: `id` is the token, in the query, the form or the JSON. */
async function osmAnd(app: App, request: IncomingMessage, query: string): Promise<Answered> {
  if (request.method !== 'GET' && request.method !== 'POST')
    return { status: 405, body: { code: 'http.method' } }
  const body = await readBody(request)
  if (isHttpRefused(body)) return refusedBy(body)
  const parsed =
    mediaType(request) === 'application/json'
      ? parseOsmAndJson(body)
      : parseOsmAndForm({ ...parseForm(query), ...(body as object) })
  if (isRefusal(parsed)) return unread(parsed)
  return (await report(app, request, parsed.token, parsed.fixes)) ?? { status: 200, body: { ok: true } }
}

/** JSON or a form; an empty object for any other type, which is left unread. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const type = mediaType(request)
  const isJson = type === 'application/json'
  if (!isJson && type !== 'application/x-www-form-urlencoded') return {}
  const text = await bodyOf(request, isJson ? mostJson : mostForm)
  if (typeof text !== 'string') return text
  return isJson ? jsonOf(text) : parseForm(text)
}

const refusedBy = ({ status, code }: HttpRefused): Answered => ({ status, body: { code } })
const unread = ({ code, params }: Refusal): Answered => ({ status: 400, body: { code, params } })

/** Why nothing was taken; null when it was. Wrong tokens cost the address, so that they cannot be tried out. */
async function report(
  app: App,
  request: IncomingMessage,
  token: string,
  fixes: Fix[],
): Promise<Answered | null> {
  const tooMany = { status: 429, body: { code: 'rate.limited' } }
  const address = `ingest ${addressOf(request, app.config.TRUST_PROXY)}`
  if ((await blocked(limits.address, address)) > 0) return tooMany
  const identity = await app.sessions.identify(token, 'device')
  if (!identity || identity.viewer.kind === 'staff') {
    await take(limits.address, address)
    return { status: 401, body: { code: 'device.unknown' } }
  }
  const { viewer } = identity
  if ((await take(limits.fixes, viewer.device)) > 0) return tooMany
  if (fixes.length > 0 && (await take(limits.fixesTold, viewer.device, fixes.length)) > 0) return tooMany
  if (fixes.length > 0) app.positions.report(viewer, fixes, { offset: 0, interval: untoldInterval })
  return null
}
