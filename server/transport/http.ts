import { existsSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { basename, dirname, join } from 'node:path'
import express, { type ErrorRequestHandler } from 'express'
import helmet from 'helmet'
import type { App } from '../app.ts'
import { trackers } from '../gateways/trackers.ts'
import { StoreUnavailable } from '../ports/event-log.ts'
import { accountRoutes } from './account-routes.ts'
import { applyRoutes } from './apply-routes.ts'
import { enrolmentRoutes } from './enrolment-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { hoursRoutes } from './hours-routes.ts'
import { importRoutes } from './import-routes.ts'
import { metricsRoutes } from './metrics-routes.ts'
import { photoRoutes } from './photo-routes.ts'
import { proofRoutes } from './proof-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { searchRoutes } from './search-routes.ts'
import { staffRoutes } from './staff-routes.ts'

const built = join(import.meta.dirname, '../../dist')
/** One page for the desk and the phone: which one it is, the address says. */
const page = 'index.html'

/** Everything that is not a socket: trackers; then health, sign-in, enrolment, imports, the built client. */
export function httpApp(app: App, secure: boolean): RequestListener {
  const ofEvery = headers(app, secure)
  const hear = trackers(app, setBy(ofEvery))
  const http = express()
  http.disable('x-powered-by')
  http.set('trust proxy', app.config.TRUST_PROXY)
  http.set('query parser', 'simple')
  http.use(ofEvery)
  http.use(healthRoutes(app), metricsRoutes(app))
  http.use(
    '/api',
    noStore,
    ownOrigin(app),
    applyRoutes(app, secure),
    searchRoutes(app, secure),
    photoRoutes(app, secure),
    recordRoutes(app, secure),
    hoursRoutes(app, secure),
    proofRoutes(app, secure),
    accountRoutes(app, secure),
    staffRoutes(app, secure),
    enrolmentRoutes(app, secure),
    importRoutes(app, secure),
  )
  http.use('/api', (_, response) => void response.status(404).json({ code: 'http.not-found' }))
  const { MAP_PMTILES: map } = app.config
  if (map)
    http.get('/map.pmtiles', (_, response) =>
      response.sendFile(basename(map), { root: dirname(map), dotfiles: 'allow' }),
    )
  http.use(express.static(built, { index: false, maxAge: '1y', immutable: true, setHeaders: freshPages }))
  http.get(/^\/(?!assets\/|basemap\/)[\w/-]*$/, (_, response, next) => {
    if (!existsSync(join(built, page))) return next()
    response.setHeader('Cache-Control', 'no-cache')
    // By root and name: a folder above that opens with a dot is nobody's business.
    response.sendFile(page, { root: built })
  })
  http.use((_, response) => void response.status(404).json({ code: 'http.not-found' }))
  http.use(onError(app))
  return (request, response) => {
    if (!hear(request, response)) http(request, response)
  }
}

/** Nothing from elsewhere, nothing inline; Leaflet sets element styles by the CSSOM, which a CSP permits. */
function headers({ config }: App, secure: boolean): express.RequestHandler {
  const tiles = config.MAP_TILES_URL ? [new URL(config.MAP_TILES_URL.replace(/[{}]/g, '')).origin] : []
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tiles],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
}

/** What such a handler sets on each answer, whatever the request. */
function setBy(handler: express.RequestHandler): Record<string, string> {
  const set: Record<string, string> = {}
  const setHeader = (name: string, value: string) => Object.assign(set, { [name]: value })
  handler({} as express.Request, { setHeader, removeHeader() {} } as never, () => {})
  return set
}

const freshPages = (response: express.Response, path: string) => {
  if (!path.includes('/assets/')) response.setHeader('Cache-Control', 'no-cache')
}

const noStore: express.RequestHandler = (_, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  next()
}

/** A change must come from our own page and be JSON or a file: no form of another site can send it. */
function ownOrigin({ config }: App): express.RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET') return next()
    const { origin, host } = request.headers
    const own = new Set([`http://${host}`, `https://${host}`])
    if (config.PUBLIC_URL) own.add(new URL(config.PUBLIC_URL).origin)
    if (origin !== undefined && !own.has(origin))
      return void response.status(403).json({ code: 'http.foreign-origin' })
    if (!request.is(['application/json', 'text/csv', 'application/gpx+xml']))
      return void response.status(415).json({ code: 'http.media-type' })
    next()
  }
}

/** One generic body; the cause goes to the log, without the request's content. */
function onError({ logger }: App): ErrorRequestHandler {
  return (error: { status?: number; type?: string }, _request, response, _next) => {
    const status = error.status && error.status >= 400 && error.status < 500 ? error.status : 500
    if (status === 500) logger.error({ err: error }, 'a request could not be handled')
    if (error instanceof StoreUnavailable)
      return void response.status(503).json({ code: 'store.unavailable' })
    const code = status === 500 ? 'server.failed' : status === 413 ? 'http.too-large' : 'http.bad-request'
    response.status(status).json({ code })
  }
}
