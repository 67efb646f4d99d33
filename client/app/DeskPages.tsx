import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { AdminPage } from '../admin/AdminPage.tsx'
import { EventPage } from './EventPage.tsx'
import { PatrolPage } from './PatrolPage.tsx'
import { RegistryPage } from '../registry/RegistryPage.tsx'
import { SearchPage } from './SearchPage.tsx'
import { SessionContext, type StaffSession } from './staff-session.ts'
import { useSession } from '../store/use-store.ts'
import { pagesOf } from './desk-links.ts'

/** The page of the address, as far as the viewer's roles reach; else the first that is theirs. */
export function DeskPages({ onSignOut }: { onSignOut(): void }) {
  const session = useSession()
  const [path, go] = useLocation()
  const me = session?.me.kind === 'staff' ? session.me : null
  const pages = me ? pagesOf(me.grants) : []
  const page = pages.find((one) => one.path === path) ?? pages[0]
  useEffect(() => {
    if (page && page.path !== path) go(page.path, { replace: true })
  }, [page, path, go])
  if (!session || !me || !page) return null
  const value: StaffSession = { ...session, me, pages, page, signOut: onSignOut }
  return (
    <SessionContext value={value}>
      {page.id === 'patrol' && <PatrolPage />}
      {page.id === 'event' && <EventPage />}
      {page.id === 'search' && <SearchPage />}
      {page.id === 'registry' && <RegistryPage />}
      {page.id === 'admin' && <AdminPage />}
    </SessionContext>
  )
}
