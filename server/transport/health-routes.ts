import { Router } from 'express'
import type { App } from '../app.ts'

/** `healthz`: the process answers. `readyz`: the store does too, and this node is not draining. */
export function healthRoutes({ live, stores, push }: App): Router {
  const routes = Router()
  routes.get('/healthz', (_, response) => void response.json({ ok: true }))
  routes.get('/readyz', async (_, response) => {
    try {
      const head = await stores.log.head()
      const ready = head.seq === live.board.seq || head.seq - live.board.seq < 1000
      response
        .status(ready ? 200 : 503)
        .json({ ok: ready, seq: live.board.seq, head: head.seq, ...push.count() })
    } catch {
      response.status(503).json({ ok: false, code: 'store.unavailable' })
    }
  })
  return routes
}
