import express, { Router } from 'express'
import { z } from 'zod'
import type { App } from '../app.ts'
import { forStaff } from './staff-request.ts'

const named = z.strictObject({ account: z.string().max(64) })

/** What an administrator asks about accounts that is no command: logins, a new one-time link, an end to all sessions. */
export function staffRoutes(app: App, secure: boolean): Router {
  const { stores, enrolment, live } = app
  const routes = Router()
  routes.use(express.json({ limit: '4kb' }))
  const administrator = ['administrator'] as const

  routes.get(
    '/accounts',
    forStaff(app, secure, administrator, async (_, __, response) => {
      const accounts = await Promise.all(
        [...live.board.account.keys()].map(async (account) => {
          const credentials = await stores.credentials.byAccount(account)
          return { account, login: credentials?.login ?? '', invited: credentials?.passwordHash === null }
        }),
      )
      response.json({ accounts })
    }),
  )

  routes.post(
    '/accounts/link',
    forStaff(app, secure, administrator, async (_, request, response) => {
      const parsed = named.safeParse(request.body)
      const account = parsed.data && live.board.account.get(parsed.data.account)
      if (!account || !(await stores.credentials.byAccount(account.id)))
        return void response.status(404).json({ code: 'account.unknown' })
      if (!account.open) return void response.status(409).json({ code: 'account.closed' })
      const { code, expiresAt } = await enrolment.mint('set-password', account.id)
      response.json({ account: account.id, code, expiresAt, path: `/set-password#code=${code}` })
    }),
  )

  routes.post(
    '/accounts/sign-out',
    forStaff(app, secure, administrator, async (_, request, response) => {
      const parsed = named.safeParse(request.body)
      if (!parsed.success || !live.board.account.has(parsed.data.account))
        return void response.status(404).json({ code: 'account.unknown' })
      const { account } = parsed.data
      await stores.sessions.removeOf(account)
      app.endAccount(account)
      response.json({ ok: true })
    }),
  )

  return routes
}
