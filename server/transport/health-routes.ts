import { Router } from 'express'
import type { App } from '../app.ts'

/** `healthz`: the process answers. `readyz`: the store takes commands too. */
export function healthRoutes({ live, stores, push }: App): Router {
  const routes = Router()
  routes.get('/healthz', (_, response) => void response.json({ ok: true }))
  routes.get('/readyz', (_, response) => {
    const health = stores.health()
    response.status(health.ok ? 200 : 503).json({ ...health, seq: live.board.seq, ...push.count() })
  })
  return routes
}
