import { createRoot } from 'react-dom/client'
import { startWords } from '../app/i18n.ts'
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
  const [storage] = await Promise.all([
    openIdbStorage(),
    startWords({
      kk: () => import('./words-kk.ts'),
      ru: () => import('./words-ru.ts'),
      en: () => import('./words-en.ts'),
    }),
  ])
  createRoot(root).render(<FieldApp storage={storage} token={await storage.token()} code={code} />)
}
