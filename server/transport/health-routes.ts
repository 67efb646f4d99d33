import { Router } from 'express'
import type { App } from '../app.ts'
import type { StoreFault } from '../ports/event-log.ts'

/** What anybody may be told: no path, no address. The server's own log says more. */
const reasons: Record<StoreFault, string> = {
  'store.silent': 'The store does not answer.',
  'store.full': 'The store is full.',
  'store.unwritable': 'The store cannot be written.',
  'store.damaged': 'The store is damaged and takes no more commands.',
}

/** `healthz`: the process answers. `readyz`: the store takes commands too. */
export function healthRoutes({ live, stores, push }: App): Router {
  const routes = Router()
  routes.get('/healthz', (_, response) => void response.json({ ok: true }))
  routes.get('/readyz', (_, response) => {
    const health = stores.health()
    const told = health.ok ? health : { ok: false, code: health.code, reason: reasons[health.code] }
    response.status(health.ok ? 200 : 503).json({ ...told, seq: live.board.seq, ...push.count() })
  })
  return routes
}
