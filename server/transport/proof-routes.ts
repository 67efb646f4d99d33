import { randomUUID } from 'node:crypto'
import express, { Router } from 'express'
import { z } from 'zod'
import { mayGive } from '../../shared/auth/may-give.ts'
import { maySee } from '../../shared/auth/may-see.ts'
import type { App } from '../app.ts'
import { limits, take } from '../auth/limits.ts'
import { encodePhoto, largestPhoto } from '../imports/photo.ts'
import { sha256 } from '../pipeline/identifiers.ts'
import { checkProof } from '../reads/proof.ts'
import { forStaff, readBody } from './staff-request.ts'

const shown = z.strictObject({ code: z.string().max(120) })
const sent = z.strictObject({ assistant: z.string().max(64), image: z.nullable(z.base64()) })
const readers = ['registrar', 'police-reviewer', 'supervisor', 'auditor'] as const

/** The proof of office: a citizen's question about a code, and the portrait that answers it. Mounted before what reads small JSON. */
export function proofRoutes(app: App, secure: boolean): Router {
  const { live, stores, pipeline, reads } = app
  const routes = Router()
  // Base64 is a third longer than the picture.
  const file = express.json({ limit: Math.ceil((largestPhoto * 4) / 3) + 1024 })

  routes.post('/proof', express.json({ limit: '1kb' }), async (request, response) => {
    const seconds = await take(limits.proof, request.ip ?? '')
    if (seconds > 0) return void response.status(429).json({ code: 'rate.limited', params: { seconds } })
    const parsed = shown.safeParse(request.body)
    response.json(await checkProof(reads, parsed.data?.code ?? ''))
  })

  routes.post(
    '/portraits',
    forStaff(app, secure, ['registrar'], async (staff, request, response) => {
      await readBody(file, request, response)
      const parsed = sent.safeParse(request.body)
      if (!parsed.success)
        return void response.status(422).json({ code: 'command.invalid', params: { where: 'image' } })
      const { assistant, image } = parsed.data
      if (!mayGive(live.board, staff, 'SetAssistantPhoto', { assistant, photo: null }))
        return void response.status(404).json({ code: 'assistant.unknown' })
      const encoded = image === null ? null : await encodePhoto(Buffer.from(image, 'base64'))
      if (image !== null && !encoded)
        return void response.status(422).json({ code: 'search.photo-unreadable' })
      const older = live.board.assistant.get(assistant)?.photo
      const photo = encoded && `photo-${sha256(`${assistant} ${encoded.digest}`).slice(0, 40)}`
      if (photo) await stores.vault.put(photo, { portrait: encoded.bytes.toString('base64') })
      const answer = await pipeline.give(staff, {
        ...{ id: randomUUID(), type: 'SetAssistantPhoto', body: { assistant, photo } },
      })
      // The one that is not shown any more is erased, whichever that is.
      const gone = answer.ok ? older : photo
      const stands = live.board.assistant.get(assistant)?.photo
      if (gone && gone !== stands) await stores.vault.erase(gone)
      response.status(answer.ok ? 200 : 409).json(answer)
    }),
  )

  routes.get(
    '/portraits/:assistant',
    forStaff(app, secure, readers, async (staff, request, response) => {
      const assistant = live.board.assistant.get(String(request.params.assistant))
      const kept =
        assistant?.photo && maySee(live.board, staff, 'assistant', assistant.id)
          ? (await stores.vault.get(assistant.photo))?.portrait
          : undefined
      if (!assistant || kept === undefined) return void response.status(404).json({ code: 'http.not-found' })
      await reads.record(staff, { kind: 'document', about: [assistant.id] })
      response.type('image/jpeg').send(Buffer.from(kept, 'base64'))
    }),
  )
  return routes
}
