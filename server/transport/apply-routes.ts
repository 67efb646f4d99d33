import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import { applicant } from '../../shared/applications/commands.ts'
import { statusOf } from '../../shared/applications/standing.ts'
import { documentKinds, largestFile, mostFiles } from '../../shared/applications/types.ts'
import { maySee } from '../../shared/auth/may-see.ts'
import type { App } from '../app.ts'
import { limits, take } from '../auth/limits.ts'
import { derivedId } from '../pipeline/identifiers.ts'
import { asKept, documentType, endingOf } from './document.ts'
import { fileOf, followUpOf, secretOf } from './follow-up.ts'
import { forStaff } from './staff-request.ts'

const sent = z.strictObject({
  /** Makes a repeated sending one application. */
  id: z.uuidv4(),
  applicant,
  files: z
    .array(
      z.strictObject({
        kind: z.enum(documentKinds),
        name: z.string().max(200),
        base64: z.base64(),
      }),
    )
    .max(mostFiles),
})
/** All files in base64, a third longer, and the form. */
const largest = Math.ceil((largestFile * mostFiles * 4) / 3) + 2_000_000
const asked = z.strictObject({ number: z.int().min(1), secret: z.string().min(1).max(40) })

/** Fields whose form is a rule of the law's: what cannot be read is refused by it. */
const rulesOfForm: Record<string, { code: string; rule: string }> = {
  iin: { code: 'application.receipt-E3', rule: 'E3' },
  birthDate: { code: 'application.not-a-day', rule: 'E2' },
  idUntil: { code: 'application.not-a-day', rule: 'E4' },
}

/** The public page's way in, and the documents' way to whoever works on the file. Mounted before what reads small JSON. */
export function applyRoutes(app: App, secure: boolean): Router {
  const routes = Router()
  routes.post('/apply', limited('apply'), notLarger, express.json({ limit: largest }), (request, response) =>
    receive(app, request, response),
  )
  const small = express.json({ limit: '1kb' })
  routes.post('/apply/status', limited('followUp'), small, (request, response) =>
    followUp(app, request, response),
  )
  routes.post('/apply/withdraw', limited('followUp'), small, (request, response) =>
    withdraw(app, request, response),
  )
  routes.get(
    '/applications/:application/documents/:document',
    forStaff(app, secure, ['police-reviewer', 'registrar', 'auditor'], async (staff, request, response) => {
      const { application, document } = request.params as Record<string, string>
      const file = app.live.board.application.get(application ?? '')
      const known = file?.documents.find(({ id }) => id === document)
      if (!file || !known || !maySee(app.live.board, staff, 'application', file.id))
        return void response.status(404).json({ code: 'application.unknown' })
      await app.reads.record(staff, { kind: 'document', about: [file.id] })
      const bytes = Buffer.from((await app.stores.vault.get(known.id))?.file ?? '', 'base64')
      const type = await documentType(bytes)
      if (!type) return void response.status(404).json({ code: 'application.unknown' })
      // Always as a download: what a stranger sent is never opened on our own address.
      response
        .attachment(`${file.number}-${known.kind}.${endingOf(type)}`)
        .type(type)
        .send(bytes)
    }),
  )
  return routes
}

/** By what the request says of itself: the parser would answer only after it has read what it refuses. */
const notLarger: RequestHandler = (request, response, next) => {
  if (Number(request.headers['content-length'] ?? 0) <= largest) return next()
  response.status(413).json({ code: 'http.too-large' })
}

function limited(limit: 'apply' | 'followUp'): RequestHandler {
  return async (request, response, next) => {
    const seconds = await take(limits[limit], request.ip ?? '')
    if (seconds === 0) return next()
    response.status(429).json({ code: 'rate.limited', params: { seconds } })
  }
}

/** Everything is looked at before anything is kept; what was kept for an application that is refused goes again. */
async function receive({ stores, pipeline }: App, request: Request, response: Response): Promise<void> {
  const parsed = sent.safeParse(request.body)
  if (!parsed.success) {
    const where = String(parsed.error.issues[0]?.path.at(-1) ?? 'body')
    const refusal = rulesOfForm[where] ?? { code: 'command.invalid', params: { where } }
    return void response.status(400).json(refusal)
  }
  const { id, applicant: form, files } = parsed.data
  const documents = []
  for (const [n, { kind, name, base64 }] of files.entries()) {
    const kept = await asKept(Buffer.from(base64, 'base64'))
    if (typeof kept === 'string')
      return void response
        .status(kept === 'application.file-size' ? 413 : 400)
        .json({ code: kept, rule: 'E4', params: { kind } })
    const file = Buffer.from(kept).toString('base64')
    documents.push({ id: derivedId(id, 1000 + n), kind, fields: { file, 'file-name': name } })
  }
  const { vault } = stores
  const fresh = []
  for (const { id: document, fields } of documents) {
    // A repeated sending finds its files there, and must neither change nor take them away.
    if ((await vault.get(document)) !== null) continue
    await vault.put(document, fields)
    fresh.push(document)
  }
  const secret = secretOf(vault, id)
  const answer = await pipeline.giveOwn(`apply ${id}`, 'SubmitApplication', {
    ...form,
    person: vault.keyedHash(`iin ${form.iin}`),
    followUp: followUpOf(vault, secret),
    documents: documents.map(({ id: document, kind }) => ({ id: document, kind })),
  })
  if (answer.ok) {
    const { number, lastDay } = answer.result as { number: number; lastDay: string }
    return void response.json({ number, lastDay, secret })
  }
  for (const document of fresh) await vault.erase(document)
  response.status(409).json(answer)
}

/** How the file stands, to whoever has its number and secret: no name, no reason, nothing of the checks. */
async function followUp(app: App, request: Request, response: Response): Promise<void> {
  const { success, data } = asked.safeParse(request.body)
  const file = success ? await fileOf(app, data.number, data.secret) : null
  if (!file) return void response.status(404).json({ code: 'application.no-such-file' })
  response.json({ status: statusOf(app.live.board, file), lastDay: file.clock?.lastDay ?? null })
}

/** The applicant's own withdrawal, as long as the file is checked; later it is the end of the status by T1. */
async function withdraw(app: App, request: Request, response: Response): Promise<void> {
  const { success, data } = asked.safeParse(request.body)
  const file = success ? await fileOf(app, data.number, data.secret) : null
  if (!file) return void response.status(404).json({ code: 'application.no-such-file' })
  if (file.status !== 'WITHDRAWN') {
    const reason = `withdraw ${file.id} ${file.clock?.from}`
    const answer = await app.pipeline.giveOwn(reason, 'WithdrawApplication', { application: file.id })
    if (!answer.ok) return void response.status(409).json(answer)
  }
  response.json({ status: 'WITHDRAWN', lastDay: null })
}
