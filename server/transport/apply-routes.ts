import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { applicant } from '../../shared/applications/commands.ts'
import { documentKinds, largestFile, mostFiles } from '../../shared/applications/types.ts'
import { maySee } from '../../shared/auth/may-see.ts'
import type { App } from '../app.ts'
import { limits, take } from '../auth/limits.ts'
import { derivedId } from '../pipeline/identifiers.ts'
import { fileTypeOf } from './file-type.ts'
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

/** The public page's way in, and the documents' way to whoever works on the file. Mounted before what reads small JSON. */
export function applyRoutes(app: App, secure: boolean): Router {
  const routes = Router()
  routes.post('/apply', limited, express.json({ limit: '18mb' }), (request, response) =>
    receive(app, request, response),
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
      const type = fileTypeOf(bytes)
      if (!type) return void response.status(404).json({ code: 'application.unknown' })
      // Always as a download: what a stranger sent is never opened on our own address.
      response.attachment(`${file.number}-${known.kind}.${type.ending}`).type(type.type).send(bytes)
    }),
  )
  return routes
}

async function limited(request: Request, response: Response, next: () => void): Promise<void> {
  const seconds = await take(limits.apply, request.ip ?? '')
  if (seconds === 0) return next()
  response.status(429).json({ code: 'rate.limited', params: { seconds } })
}

/** Originals stay as they came, encrypted in the vault; pictures lose their metadata on the applicant's own phone only. */
async function receive({ stores, pipeline }: App, request: Request, response: Response): Promise<void> {
  const parsed = sent.safeParse(request.body)
  if (!parsed.success) {
    const where = String(parsed.error.issues[0]?.path.at(-1) ?? 'body')
    return void response.status(400).json({ code: 'command.invalid', params: { where } })
  }
  const { id, applicant: form, files } = parsed.data
  const documents = []
  for (const [n, { kind, name, base64 }] of files.entries()) {
    const bytes = Buffer.from(base64, 'base64')
    if (bytes.length > largestFile) return void response.status(413).json({ code: 'http.too-large' })
    if (!fileTypeOf(bytes)) return void response.status(400).json({ code: 'application.file-type' })
    documents.push({ id: derivedId(id, 1000 + n), kind, name, base64 })
  }
  const fresh = []
  for (const { id: document, name, base64 } of documents) {
    // A repeated sending finds its files there, and must neither change nor take them away.
    if ((await stores.vault.get(document)) !== null) continue
    await stores.vault.put(document, { file: base64, 'file-name': name })
    fresh.push(document)
  }
  const answer = await pipeline.giveOwn(`apply ${id}`, 'SubmitApplication', {
    ...form,
    person: stores.vault.keyedHash(`iin ${form.iin}`),
    documents: documents.map(({ id: document, kind }) => ({ id: document, kind })),
  })
  if (answer.ok) {
    const { number, lastDay } = answer.result as { number: number; lastDay: string }
    return void response.json({ number, lastDay })
  }
  for (const document of fresh) await stores.vault.erase(document)
  response.status(409).json(answer)
}
