import express, { Router } from 'express'
import { z } from 'zod'
import { grant } from '../../shared/accounts/commands.ts'
import { longestPassword, shortestPassword } from '../../shared/accounts/password-length.ts'
import type { App } from '../app.ts'
import { blocked, limits, take } from '../auth/limits.ts'
import { checkPassword, hashPassword } from '../auth/passwords.ts'
import { cookieName, sessionCookie, staffSession } from '../auth/sessions.ts'
import { hashOf } from '../auth/tokens.ts'
import { rehearsalSignIns } from '../rehearsal/seed.ts'
import { forStaff } from './staff-request.ts'

const login = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(64)
  .regex(/^[\p{L}\d._-]+$/u)
const signIn = z.strictObject({ login, password: z.string().max(1000) })
const setPassword = z.strictObject({
  code: z.string().max(40),
  password: z.string().min(shortestPassword).max(longestPassword),
})
const newAccount = z.strictObject({
  id: z.uuid(),
  login,
  name: z.string().max(80),
  rank: z.string().max(80).optional(),
  police: z.boolean(),
  grants: z.array(grant as never),
})

/** Staff: signing in and out, first passwords, new accounts. */
export function accountRoutes(app: App, secure: boolean): Router {
  const { stores, sessions, enrolment, pipeline, live } = app
  const routes = Router()
  routes.use(express.json({ limit: '64kb' }))

  const cookie = { httpOnly: true, secure, sameSite: 'strict', path: '/' } as const

  routes.get('/me', async (request, response) => {
    const identity = await sessions.identify(sessionCookie(request, secure), 'staff')
    const { purpose } = live.board
    response.json({
      signedIn: identity !== null,
      purpose,
      signIns: purpose === 'rehearsal' ? rehearsalSignIns : null,
    })
  })

  routes.post('/sign-in', async (request, response) => {
    const parsed = signIn.safeParse(request.body)
    if (!parsed.success) return void response.status(400).json({ code: 'sign-in.wrong' })
    const { login, password } = parsed.data
    const address = request.ip ?? ''
    // Taken first and given back later: tries that come at once must not slip through between look and count.
    const wait =
      Math.max(await blocked(limits.address, address), await blocked(limits.login, login)) ||
      Math.max(await take(limits.address, address), await take(limits.login, login))
    if (wait > 0) return void response.status(429).json({ code: 'rate.limited', params: { seconds: wait } })
    const credentials = await stores.credentials.byLogin(login)
    const right = await checkPassword(password, credentials?.passwordHash ?? null)
    if (!right || !credentials || !live.board.account.get(credentials.account)?.open)
      return void response.status(401).json({ code: 'sign-in.wrong' })
    await Promise.all([limits.address.reward(address), limits.login.delete(login)])
    const old = sessionCookie(request, secure)
    if (old) {
      await sessions.close(old)
      app.endSession(hashOf(old))
    }
    const token = await sessions.open('staff', credentials.account)
    response
      .cookie(cookieName(secure), token, { ...cookie, maxAge: staffSession.absolute })
      .json({ ok: true })
  })

  routes.post('/sign-out', async (request, response) => {
    const token = sessionCookie(request, secure)
    if (token) {
      await sessions.close(token)
      app.endSession(hashOf(token))
    }
    response.clearCookie(cookieName(secure), cookie).json({ ok: true })
  })

  routes.post('/set-password', async (request, response) => {
    const parsed = setPassword.safeParse(request.body)
    if (!parsed.success)
      return void response.status(400).json({ code: 'password.length', params: { least: shortestPassword } })
    const wait = await blocked(limits.address, request.ip ?? '')
    if (wait > 0) return void response.status(429).json({ code: 'rate.limited', params: { seconds: wait } })
    const account = await enrolment.takePasswordCode(parsed.data.code)
    const credentials = account && (await stores.credentials.byAccount(account))
    if (!credentials) {
      await take(limits.address, request.ip ?? '')
      return void response.status(400).json({ code: 'code.unknown' })
    }
    await stores.credentials.put({ ...credentials, passwordHash: await hashPassword(parsed.data.password) })
    await stores.sessions.removeOf(credentials.account)
    app.endAccount(credentials.account)
    response.json({ ok: true, login: credentials.login })
  })

  routes.post(
    '/accounts',
    forStaff(app, secure, ['administrator'], async (staff, request, response) => {
      const parsed = newAccount.safeParse(request.body)
      if (!parsed.success) return void response.status(400).json({ code: 'command.invalid' })
      const { id, login, ...body } = parsed.data
      if (await stores.credentials.byLogin(login))
        return void response.status(409).json({ code: 'account.login-taken' })
      const answer = await pipeline.give(staff, { id, type: 'OpenAccount', body })
      if (!answer.ok) return void response.status(409).json(answer)
      const { account } = answer.result as { account: string }
      if (!(await stores.credentials.put({ account, login, passwordHash: null })))
        return void response.status(409).json({ code: 'account.login-taken' })
      const { code, expiresAt } = await enrolment.mint('set-password', account)
      response.json({ account, code, expiresAt, path: `/set-password#code=${code}` })
    }),
  )

  return routes
}
