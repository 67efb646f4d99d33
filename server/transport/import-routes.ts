import express, { Router } from 'express'
import { holds } from '../../shared/auth/viewer.ts'
import type { App } from '../app.ts'
import { readRoster } from '../imports/roster.ts'
import { forStaff } from './staff-request.ts'

/** Rows of one command; a longer roster becomes several. */
const batch = 500

/**
 * A roster as CSV: people whose registration stands on paper, straight to ACTIVE. Safe to repeat; with `?preview` nothing
 * is done but to say what would be.
 */
export function importRoutes(app: App, secure: boolean): Router {
  const routes = Router()
  routes.post(
    '/roster',
    express.text({ type: 'text/csv', limit: '2mb' }),
    forStaff(app, secure, ['registrar'], async (staff, request, response) => {
      const { rows, refused } = readRoster(String(request.body ?? ''))
      if (request.query.preview !== undefined) {
        const known = new Set(Array.from(app.live.board.assistant.values(), ({ callSign }) => callSign))
        const outside = rows.filter(({ region }) => !holds(staff, ['registrar'], region, null))
        const skipped = rows.filter(({ callSign }) => known.has(callSign)).length
        const callSigns = outside.map(({ callSign }) => callSign)
        return void response.json({ imported: rows.length - skipped, skipped, refused, outside: callSigns })
      }
      let imported = 0
      let skipped = 0
      for (let at = 0; at < rows.length; at += batch) {
        const answer = await app.pipeline.give(staff, {
          id: crypto.randomUUID(),
          type: 'ImportAssistants',
          body: { rows: rows.slice(at, at + batch) },
        })
        if (!answer.ok) return void response.status(409).json({ ...answer, imported, skipped, refused })
        const result = answer.result as { imported: number; skipped: string[] } | undefined
        imported += result?.imported ?? 0
        skipped += result?.skipped.length ?? 0
      }
      response.json({ imported, skipped, refused })
    }),
  )
  return routes
}
