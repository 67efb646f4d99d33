import { randomUUID } from 'node:crypto'
import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { mayGive } from '../../shared/auth/may-give.ts'
import { maySee } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { CommandType } from '../../shared/board/commands.ts'
import type { Photo } from '../../shared/search/case/case-types.ts'
import type { App } from '../app.ts'
import { blocked, limits, take } from '../auth/limits.ts'
import { encodePhoto, largestPhoto } from '../imports/photo.ts'
import { sha256 } from '../pipeline/identifiers.ts'
import { forStaff } from './staff-request.ts'

const id = z.string().max(64)
const sent = z.union([
  z.strictObject({ operation: id, image: z.base64() }),
  z.strictObject({ clue: id, image: z.base64() }),
])
type Sent = z.output<typeof sent>

const roles = ['search-coordinator', 'event-coordinator', 'duty-officer', 'supervisor'] as const
const readers = [...roles, 'auditor'] as const

/** Pictures of a search: of who is missed and of what was found. Mounted before what reads small JSON. */
export function photoRoutes(app: App, secure: boolean): Router {
  const routes = Router()
  // Base64 is a third longer than the picture.
  const file = express.json({ limit: Math.ceil((largestPhoto * 4) / 3) + 1024 })

  routes.post(
    '/search/photo',
    forStaff(app, secure, roles, (staff, request, response) => keep(app, file, staff, request, response)),
  )
  routes.get(
    '/search/photos/:photo',
    forStaff(app, secure, readers, (staff, request, response) => show(app, staff, request, response)),
  )
  routes.post(
    '/field/clue-photo',
    forDevice(app, (viewer, request, response) => keep(app, file, viewer, request, response)),
  )
  routes.get(
    '/field/photos/:photo',
    forDevice(app, (viewer, request, response) => show(app, viewer, request, response)),
  )
  return routes
}

type Handle = (viewer: Viewer, request: Request, response: Response) => Promise<void>

/** A phone shows its token as the bearer's; wrong ones cost the address, so that they cannot be tried out. */
function forDevice(app: App, handle: Handle): express.RequestHandler {
  return async (request, response) => {
    const address = `field ${request.ip}`
    const wait = await blocked(limits.address, address)
    if (wait > 0) return void response.status(429).json({ code: 'rate.limited', params: { seconds: wait } })
    const token = /^Bearer (\S{1,100})$/.exec(request.headers.authorization ?? '')?.[1]
    const identity = await app.sessions.identify(token, 'device')
    if (!identity || identity.viewer.kind === 'staff') {
      await take(limits.address, address)
      return void response.status(401).json({ code: 'device.unknown' })
    }
    await handle(identity.viewer, request, response)
  }
}

/** Kept in the vault first, then named by a command; what the command refuses is not kept. */
async function keep(
  app: App,
  file: express.RequestHandler,
  viewer: Viewer,
  request: Request,
  response: Response,
): Promise<void> {
  await new Promise<void>((done, fail) => {
    file(request, response, (error?: unknown) => (error ? fail(error) : done()))
  })
  const parsed = sent.safeParse(request.body)
  if (!parsed.success)
    return void response.status(422).json({ code: 'command.invalid', params: { where: 'image' } })
  const { live, stores, pipeline } = app
  const of = 'clue' in parsed.data ? parsed.data.clue : parsed.data.operation
  // Before the work: only who may add the picture makes us encode one.
  const trial = commandFor(parsed.data, { id: 'photo', digest: '0'.repeat(64) })
  if ('clue' in parsed.data && !live.board.clue.has(of))
    return void response.status(409).json({ code: 'search.clue-unknown' })
  if (!mayGive(live.board, viewer, trial.type, trial.body as never))
    return void response.status(403).json({ code: 'command.forbidden' })
  const encoded = await encodePhoto(Buffer.from(parsed.data.image, 'base64'))
  if (!encoded) return void response.status(422).json({ code: 'search.photo-unreadable' })
  const { bytes, digest } = encoded
  const photo = { id: `photo-${sha256(`${of} ${digest}`).slice(0, 40)}`, digest }
  const fresh = (await stores.vault.get(photo.id)) === null
  if (fresh) await stores.vault.put(photo.id, { file: bytes.toString('base64') })
  const { type, body } = commandFor(parsed.data, photo)
  const answer = await pipeline.give(viewer, { id: randomUUID(), type, body })
  if (answer.ok) return void response.json({ photo })
  if (fresh) await stores.vault.erase(photo.id)
  response.status(409).json(answer)
}

function commandFor(to: Sent, photo: Photo): { type: CommandType; body: object } {
  if ('clue' in to) return { type: 'AddCluePhoto', body: { clue: to.clue, photo } }
  return { type: 'SetSubjectPhoto', body: { operation: to.operation, photo } }
}

/** The picture of something that this viewer sees now: a phone only what was released and not taken back. */
async function show(app: App, viewer: Viewer, request: Request, response: Response): Promise<void> {
  const wanted = String(request.params.photo)
  const about = shownWith(app, viewer, wanted)
  const bytes = about && Buffer.from((await app.stores.vault.get(wanted))?.file ?? '', 'base64')
  if (!about || !bytes || bytes.length === 0)
    return void response.status(404).json({ code: 'http.not-found' })
  await app.reads.record(viewer, { kind: 'document', about: [about] })
  response.type('image/jpeg').send(bytes)
}

function shownWith({ live: { board } }: App, viewer: Viewer, photo: string): string | null {
  for (const kind of ['card', 'clue', 'case'] as const)
    for (const entity of board[kind].values())
      if (entity.photo?.id === photo && maySee(board, viewer, kind, entity.id)) return entity.operation
  return null
}
