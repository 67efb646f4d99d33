import { createRoot } from 'react-dom/client'
import { startWords } from '../app/i18n.ts'
import { ClosedScreen } from './ClosedScreen.tsx'
import { FieldApp } from './FieldApp.tsx'
import { openIdbStorage } from './idb-storage.ts'

/** The code of an enrolment link, taken out of the address so that it stays in no history and no screenshot. */
function codeOfLink(): string {
  const code = new URLSearchParams(location.hash.slice(1)).get('code') ?? ''
  if (location.hash !== '') history.replaceState(null, '', location.pathname)
  return code
}

/** Puts the phone into the page. */
export async function start(root: HTMLElement): Promise<void> {
  const code = codeOfLink()
  const opened = openKept().catch(() => null)
  await startWords({
    kk: () => import('./words-kk.ts'),
    ru: () => import('./words-ru.ts'),
    en: () => import('./words-en.ts'),
  })
  const kept = await opened
  if (import.meta.env.PROD) void import('./offline.ts').then(({ keepPage }) => keepPage()).catch(() => {})
  createRoot(root).render(kept ? <FieldApp {...kept} code={code} /> : <ClosedScreen reason="no-storage" />)
}

async function openKept() {
  const storage = await openIdbStorage()
  return { storage, enrolment: await storage.enrolment() }
}
