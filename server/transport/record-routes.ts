import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import express, { Router } from 'express'
import { z } from 'zod'
import type { ExportScope } from '../../shared/record/format.ts'
import type { App } from '../app.ts'
import { exportFor, mayExport } from '../reads/record-export.ts'
import { confirmPassword, exportGrounds } from './export-grounds.ts'
import { forStaff } from './staff-request.ts'

const roles = ['auditor', 'supervisor'] as const
const instant = z.number().int().min(0)
const wanted = z.union([
  z.strictObject({ ...exportGrounds, operation: z.string().max(64) }),
  z.strictObject({ ...exportGrounds, from: instant, to: instant }).refine(({ from, to }) => from < to),
])

/** The record leaves the house: signed, to whoever audits it, and recorded. The key that proves it is public. */
export function recordRoutes(app: App, secure: boolean): Router {
  const { reads, record } = app
  const routes = Router()
  /** One export each: it reads the whole log. */
  const busy = new Set<string>()

  routes.get('/record/key', (_, response) => void response.json({ key: record.key }))

  routes.post(
    '/record/export',
    express.json({ limit: '4kb' }),
    forStaff(app, secure, roles, async (staff, request, response) => {
      const sent = wanted.safeParse(request.body)
      if (!sent.success) return void response.status(422).json({ code: 'command.invalid' })
      const scope = scopeOf(sent.data)
      if (!scope || ('operation' in scope && !mayExport(reads, staff, scope.operation)))
        return void response.status(422).json({ code: 'operation.unknown' })
      if (busy.has(staff.account))
        return void response.status(429).json({ code: 'rate.limited', params: { seconds: 5 } })
      const { reason, password } = sent.data
      busy.add(staff.account)
      try {
        const refused = await confirmPassword(app, staff, request, password)
        if (refused) return void response.status(403).json({ code: refused.code, params: refused.params })
        const about = 'operation' in scope ? scope.operation : `log/${scope.from}/${scope.to}`
        await reads.record(staff, { kind: 'export', about: [about], reason })
        const lines = exportFor(reads, record, staff, scope)
        const first = await lines.next()
        if (first.done) return void response.status(422).json({ code: 'record.empty' })
        const name = 'operation' in scope ? `record-${scope.number}` : 'record'
        response.attachment(`${name}.jsonl`).type('application/jsonl')
        response.write(first.value)
        await pipeline(Readable.from(lines), response).catch((error: unknown) => {
          // What the reader has is cut, and its end would say so: it is missing.
          app.logger.warn({ err: error }, 'an export of the record did not get to its end')
        })
      } finally {
        busy.delete(staff.account)
      }
    }),
  )

  routes.post(
    '/record/verify',
    forStaff(app, secure, roles, async (staff, _, response) => {
      if (busy.has(staff.account))
        return void response.status(429).json({ code: 'rate.limited', params: { seconds: 5 } })
      busy.add(staff.account)
      try {
        const checkpoints = record.checkpoints()
        const chains = await reads.scan.verify(checkpoints)
        response.json({
          checkpoints: checkpoints.length,
          chains: chains.map(({ chain, records, problem }) => ({ chain, records, problem })),
        })
      } finally {
        busy.delete(staff.account)
      }
    }),
  )

  function scopeOf(sent: z.output<typeof wanted>): ExportScope | null {
    if (!('operation' in sent)) return { from: sent.from, to: sent.to }
    const number = reads.past.numberOf(sent.operation)
    return number === undefined ? null : { operation: sent.operation, number }
  }
  return routes
}
