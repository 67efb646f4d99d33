import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { RosterResult } from '../../shared/assistants/roster.ts'
import { holds } from '../../shared/auth/viewer.ts'
import type { App } from '../app.ts'
import { bringRoster } from '../imports/bring-roster.ts'
import { largestRoster } from '../imports/roster.ts'
import { rosterLines } from '../reads/roster-export.ts'
import { confirmPassword, exportGrounds } from './export-grounds.ts'
import { forStaff, readBody } from './staff-request.ts'

/** Who may have names, IIN and phones of their region, and who its table without them. */
const withNames = ['registrar', 'administrator'] as const
const withoutNames = ['supervisor', 'auditor', 'police-reviewer'] as const
const wanted = z.strictObject({ ...exportGrounds, region: z.string().max(80), personal: z.boolean() })

const lines = 'application/x-ndjson'
/** Milliseconds between two words on how far it is. */
const tellEvery = 200

/**
 * A roster as CSV: people whose registration stands on paper. Safe to repeat; with `?preview` nothing is done but to say
 * what would be. Who accepts lines of JSON hears how far it is, and the last line is the result.
 */
export function importRoutes(app: App, secure: boolean): Router {
  const routes = Router()
  const file = express.raw({ type: 'text/csv', limit: largestRoster })
  /** One file each: its rows stand in memory. */
  const busy = new Set<string>()
  routes.post(
    '/roster',
    forStaff(app, secure, ['registrar'], async (staff, request, response) => {
      if (busy.has(staff.account))
        return void response.status(429).json({ code: 'rate.limited', params: { seconds: 5 } })
      busy.add(staff.account)
      try {
        await readBody(file, request, response)
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const say = teller(request, response)
        const brought = await bringRoster(app, staff, bytes, {
          preview: request.query.preview !== undefined,
          progress: say.progress,
          stopped: () => response.destroyed,
        })
        if (brought.ok) await say.end(200, brought.result)
        else await say.end(409, { ...brought, ...brought.result })
      } catch (error) {
        if (!response.headersSent) throw error
        // The end is missing, which tells whoever sent it that it goes on when sent again.
        app.logger.error({ err: error }, 'a roster could not be brought in to its end')
        response.destroy()
      } finally {
        busy.delete(staff.account)
      }
    }),
  )

  routes.post(
    '/roster/export',
    express.json({ limit: '4kb' }),
    forStaff(app, secure, [...withNames, ...withoutNames], async (staff, request, response) => {
      const sent = wanted.safeParse(request.body)
      if (!sent.success) return void response.status(422).json({ code: 'export.reason-missing' })
      const { region, personal, reason, password } = sent.data
      if (!holds(staff, personal ? withNames : [...withNames, ...withoutNames], region, null))
        return void response.status(403).json({ code: 'roster.export-forbidden' })
      const refused = await confirmPassword(app, staff, request, password)
      if (refused) return void response.status(403).json({ code: refused.code, params: refused.params })
      response.attachment('register.csv').type('text/csv')
      await pipeline(Readable.from(rosterLines(app.reads, staff, { region, personal, reason })), response)
    }),
  )
  return routes
}

/** Progress goes only to whoever asked for lines; the others get the result as one answer. */
function teller(request: Request, response: Response) {
  const inLines = request.get('accept')?.includes(lines) === true
  let told = 0
  if (inLines) response.type(lines).set('X-Accel-Buffering', 'no').flushHeaders()
  return {
    progress(progress: object) {
      if (!inLines || Date.now() - told < tellEvery) return
      told = Date.now()
      response.write(`${JSON.stringify({ progress })}\n`)
    },
    async end(status: number, result: RosterResult) {
      if (!inLines) response.status(status).type('json')
      const text = inLines
        ? inPieces(result, `{"${status === 200 ? 'result' : 'refusal'}":`, '}\n')
        : inPieces(result)
      // Whoever asked may have gone.
      await pipeline(Readable.from(text), response).catch(() => {})
    },
  }
}

/** Lines of one turn of the loop: of a bad list every line is refused, with several reasons. */
const faultsAtOnce = 500

async function* inPieces(
  { refused, ...rest }: RosterResult,
  before = '',
  after = '',
): AsyncGenerator<string> {
  yield `${before}${JSON.stringify(rest).slice(0, -1)},"refused":[`
  for (let at = 0; at < refused.length; at += faultsAtOnce) {
    const part = JSON.stringify(refused.slice(at, at + faultsAtOnce)).slice(1, -1)
    yield at === 0 ? part : `,${part}`
    await nextTurn()
  }
  yield `]}${after}`
}
