import { lazy, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.ts'
import styles from './app.module.css'
import { pagesOf } from './desk-links.ts'
import { allWords } from './i18n.ts'
import { fetchParts } from './on-demand.tsx'
import { PartBoundary } from './PartBoundary.tsx'
import { PatrolPage } from './PatrolPage.tsx'
import { SessionContext, type StaffSession } from './staff-session.ts'

const event = () => import('./EventPage.tsx')
const search = () => import('./SearchPage.tsx')
const registry = () => import('../registry/RegistryPage.tsx')
const audit = () => import('../audit/AuditPage.tsx')
const admin = () => import('../admin/AdminPage.tsx')
const force = () => import('../force/ForcePage.tsx')
const EventPage = lazy(async () => {
  const [page] = await Promise.all([event(), allWords()])
  return { default: page.EventPage }
})
const SearchPage = lazy(async () => {
  const [page] = await Promise.all([search(), allWords()])
  return { default: page.SearchPage }
})
const RegistryPage = lazy(async () => {
  const [page] = await Promise.all([registry(), allWords()])
  return { default: page.RegistryPage }
})
const ForcePage = lazy(async () => {
  const [page] = await Promise.all([force(), allWords()])
  return { default: page.ForcePage }
})
const AuditPage = lazy(async () => {
  const [page] = await Promise.all([audit(), allWords()])
  return { default: page.AuditPage }
})
const AdminPage = lazy(async () => {
  const [page] = await Promise.all([admin(), allWords()])
  return { default: page.AdminPage }
})

/** Fetched while nobody waits, so that a desk which loses its link later has everything. */
async function fetchRest(): Promise<void> {
  await Promise.allSettled([event(), search(), registry(), force(), audit(), admin()])
}

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
  useEffect(() => {
    // Of the first view: while the server is asked for the board.
    void fetchParts()
    const soon = setTimeout(() => void fetchRest(), 1_000)
    return () => clearTimeout(soon)
  }, [])
  if (!session) return <NotYet />
  if (!me || !page) return null
  const value: StaffSession = { ...session, me, pages, page, signOut: onSignOut }
  return (
    <SessionContext value={value}>
      <PartBoundary key={page.id}>
        {page.id === 'patrol' && <PatrolPage />}
        {page.id === 'event' && <EventPage />}
        {page.id === 'search' && <SearchPage />}
        {page.id === 'registry' && <RegistryPage />}
        {page.id === 'force' && <ForcePage />}
        {page.id === 'audit' && <AuditPage />}
        {page.id === 'admin' && <AdminPage />}
      </PartBoundary>
    </SessionContext>
  )
}

/** The first answer of the server is late: said after a second, so that a desk without a server is no blank page. */
function NotYet() {
  const { t } = useWords()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 1_000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className={styles.notYet} aria-live="polite">
      {late && (
        <>
          <h1>{t('desk:no-link-ever')}</h1>
          <p>{t('desk:asking-again')}</p>
          <Button onPress={() => location.reload()}>{t('desk:try-now')}</Button>
        </>
      )}
    </main>
  )
}
