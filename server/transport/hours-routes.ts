import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import express, { Router } from 'express'
import { z } from 'zod'
import { mayReadHours, mayReadRecord } from '../../shared/auth/may-see.ts'
import type { Key } from '../../shared/kernel/ids.ts'
import { isDay } from '../../shared/law/day.ts'
import type { App } from '../app.ts'
import { momentsOf } from '../reads/hours.ts'
import { confirmPassword, exportGrounds } from './export-grounds.ts'
import { forStaff } from './staff-request.ts'

const roles = ['registrar', 'supervisor', 'police-reviewer', 'auditor'] as const
const day = z.string().max(10).refine(isDay)
const wanted = z
  .strictObject({ ...exportGrounds, assistant: z.string().max(64), from: day, to: day })
  .refine(({ from, to }) => from <= to)

/** The hours of one assistant leave the house as the records that prove them, signed like any export of the record. */
export function hoursRoutes(app: App, secure: boolean): Router {
  const { live, reads, record, clock } = app
  const routes = Router()
  const busy = new Set<string>()
  routes.post(
    '/hours/export',
    express.json({ limit: '4kb' }),
    forStaff(app, secure, roles, async (staff, request, response) => {
      const sent = wanted.safeParse(request.body)
      if (!sent.success) return void response.status(422).json({ code: 'export.reason-missing' })
      const { assistant, from, to, reason, password } = sent.data
      const callSign = live.board.assistant.get(assistant)?.callSign
      if (callSign === undefined || !mayReadHours(live.board, staff, assistant))
        return void response.status(404).json({ code: 'assistant.unknown' })
      if (busy.has(staff.account))
        return void response.status(429).json({ code: 'rate.limited', params: { seconds: 5 } })
      busy.add(staff.account)
      try {
        const refused = await confirmPassword(app, staff, request, password)
        if (refused) return void response.status(403).json({ code: refused.code, params: refused.params })
        await reads.record(staff, { kind: 'export', about: [assistant], reason })
        // Steps and shifts are the person's hours; an order names a unit and a team, and is for who may read the record.
        const isOrder = (keys: Key[]) =>
          keys.some((of) => of.startsWith('unit:')) && keys.some((of) => of.startsWith('assistant:'))
        const lines = reads.scan.export(
          {
            header: {
              at: clock.now(),
              by: staff.account,
              scope: { assistant, callSign, ...momentsOf({ from, to }) },
            },
            ...{ upTo: live.board.seq, anchors: record.checkpoints().map((one) => one.log.seq) },
          },
          (all) => all.map((keys) => !isOrder(keys) || mayReadRecord(live.board, staff, keys, reads.past.of)),
        )
        const first = await lines.next()
        if (first.done) return void response.status(422).json({ code: 'record.empty' })
        response.attachment(`hours-${callSign}-${from}-${to}.jsonl`).type('application/jsonl')
        response.write(first.value)
        await pipeline(Readable.from(lines), response).catch((error: unknown) => {
          // What the reader has is cut, and its end would say so: it is missing.
          app.logger.warn({ err: error }, 'an export of hours did not get to its end')
        })
      } finally {
        busy.delete(staff.account)
      }
    }),
  )
  return routes
}
