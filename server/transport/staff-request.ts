import type { Request, RequestHandler, Response } from 'express'
import type { StaffRole } from '../../shared/accounts/types.ts'
import { hasRole, type Viewer } from '../../shared/auth/viewer.ts'
import type { App } from '../app.ts'
import { sessionCookie } from '../auth/sessions.ts'

export type Staff = Viewer & { kind: 'staff' }

/** Hands the signed-in staff member to `handle`, or answers 401/403. */
export function forStaff(
  app: App,
  secure: boolean,
  roles: readonly StaffRole[] | 'any',
  handle: (staff: Staff, request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const identity = await app.sessions.identify(sessionCookie(request, secure), 'staff')
    if (identity?.viewer.kind !== 'staff') return void response.status(401).json({ code: 'sign-in.needed' })
    if (roles !== 'any' && !hasRole(identity.viewer, roles))
      return void response.status(403).json({ code: 'command.forbidden' })
    await handle(identity.viewer, request, response)
  }
}

/** Only who is signed in may make us read a large body: the parser runs inside of `forStaff`. */
export function readBody(parser: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((done, fail) => {
    void parser(request, response, (error?: unknown) => (error ? fail(error) : done()))
  })
}
