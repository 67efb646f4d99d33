import { timingSafeEqual } from 'node:crypto'
import { type Request, Router } from 'express'
import type { App } from '../app.ts'
import { hashOf } from '../auth/tokens.ts'

const loopback = /^(::1|(::ffff:)?127(\.\d+){3})$/

/** For Prometheus. From this machine it is open; a proxy speaks from this machine too, so what it passes on needs the token. */
export function metricsRoutes({ config, metrics }: App): Router {
  const routes = Router()
  routes.get('/metrics', async (request, response) => {
    if (!fromHere(request) && !hasToken(request, config.METRICS_TOKEN))
      return void response.status(401).set('WWW-Authenticate', 'Bearer').json({ code: 'http.token-needed' })
    response
      .set({ 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' })
      .send(await metrics.text())
  })
  return routes
}

function fromHere({ socket, headers }: Request): boolean {
  const passedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some((name) => name in headers)
  return !passedOn && loopback.test(socket.remoteAddress ?? '')
}

function hasToken({ headers }: Request, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  return (
    token !== undefined &&
    given !== undefined &&
    timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(token)))
  )
}
