import { createContext, useContext } from 'react'
import { mayGive } from '../../shared/auth/may-give.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Body, CommandType } from '../../shared/board/commands.ts'
import type { Session } from '../store/open-store.ts'
import type { DeskPage } from './desk-links.ts'

export interface StaffSession extends Session {
  me: Extract<Session['me'], { kind: 'staff' }>
  /** The pages that this viewer may open, and the one in front. */
  pages: readonly DeskPage[]
  page: DeskPage
  signOut(): void
}

export const SessionContext = createContext<StaffSession | null>(null)

/** Who sits at this desk; inside of DeskPages only. */
export function useStaff(): StaffSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useStaff outside of DeskPages')
  return session
}

export const viewerOf = ({ me }: Pick<StaffSession, 'me'>): Extract<Viewer, { kind: 'staff' }> => ({
  kind: 'staff',
  account: me.account,
  grants: me.grants,
  police: me.police,
})

/** Whether the server would hear this command from this viewer: what it would refuse is not offered. */
export function maySend<Type extends CommandType>(
  session: Pick<StaffSession, 'me'>,
  board: Board,
  type: Type,
  body: Body<Type>,
): boolean {
  return mayGive(board, viewerOf(session), type, body)
}

/** The first region of the viewer's grants: where a new operation, note or handover belongs. */
export function homeRegion({ me }: Pick<StaffSession, 'me'>): string | null {
  return me.grants.flatMap(({ regions }) => regions)[0] ?? null
}
