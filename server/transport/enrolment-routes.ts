import express, { Router } from 'express'
import { z } from 'zod'
import { mayEnrol } from '../../shared/auth/may-give.ts'
import type { App } from '../app.ts'
import { blocked, limits, take } from '../auth/limits.ts'
import { forStaff } from './staff-request.ts'

const holder = z.strictObject({ kind: z.enum(['assistant', 'unit']), id: z.string().max(64) })
/** `body` is the command's own, which parses it. */
const newGateway = z.strictObject({ id: z.uuid(), body: z.unknown() })
const enrol = z.strictObject({ code: z.string().min(1).max(40) })

/** A phone gets in by a code that works once; a native tracker and a gateway by a token that is shown once. */
export function enrolmentRoutes(app: App, secure: boolean): Router {
  const { enrolment, live, pipeline, sessions } = app
  const routes = Router()
  routes.use(express.json({ limit: '16kb' }))
  const roles = ['registrar', 'administrator', 'duty-officer'] as const

  routes.post(
    '/enrolments',
    forStaff(app, secure, roles, async (staff, request, response) => {
      const parsed = z.strictObject({ holder }).safeParse(request.body)
      const wanted = parsed.data?.holder
      if (!wanted || !mayEnrol(live.board, staff, wanted))
        return void response.status(404).json({ code: 'assistant.unknown' })
      const { code, expiresAt } = await enrolment.mint(`enrol-${wanted.kind}`, wanted.id)
      response.json({ code, expiresAt, path: `/field#code=${code}` })
    }),
  )

  routes.post(
    '/trackers',
    forStaff(app, secure, roles, async (staff, request, response) => {
      const parsed = z.strictObject({ holder }).safeParse(request.body)
      const wanted = parsed.data?.holder
      if (!wanted || !mayEnrol(live.board, staff, wanted))
        return void response.status(404).json({ code: 'assistant.unknown' })
      const added = await enrolment.addTracker(wanted)
      if (!added) return void response.status(409).json({ code: 'device.refused' })
      response.json(added)
    }),
  )

  routes.post(
    '/gateways',
    forStaff(app, secure, ['administrator'], async (staff, request, response) => {
      const parsed = newGateway.safeParse(request.body)
      if (!parsed.success) return void response.status(400).json({ code: 'command.invalid' })
      const { id, body } = parsed.data
      const answer = await pipeline.give(staff, { id, type: 'OpenGateway', body })
      if (!answer.ok) return void response.status(409).json(answer)
      const { gateway } = answer.result as { gateway: string }
      response.json({ gateway, token: await sessions.open('gateway', gateway) })
    }),
  )

  routes.post('/enrol', async (request, response) => {
    const parsed = enrol.safeParse(request.body)
    if (!parsed.success) return void response.status(400).json({ code: 'code.unknown' })
    const wait = await blocked(limits.address, request.ip ?? '')
    if (wait > 0) return void response.status(429).json({ code: 'rate.limited', params: { seconds: wait } })
    const enrolled = await enrolment.enrol(parsed.data.code)
    if (!enrolled) {
      await take(limits.address, request.ip ?? '')
      return void response.status(400).json({ code: 'code.unknown' })
    }
    response.json(enrolled)
  })

  return routes
}
