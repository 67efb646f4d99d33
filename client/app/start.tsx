import { createRoot } from 'react-dom/client'
import { listenToKeys } from '../ui/use-key.ts'
import { DeskApp } from './DeskApp.tsx'
import { startWords } from './i18n.ts'

/** The code of a first password's link, taken out of the address so that it stays in no history and no screenshot. */
function codeOfLink(): string {
  const code = new URLSearchParams(location.hash.slice(1)).get('code') ?? ''
  if (code !== '') history.replaceState(null, '', location.pathname)
  return code
}

/** Puts the desk into the page. */
export async function start(root: HTMLElement): Promise<void> {
  const code = codeOfLink()
  await startWords({
    kk: () => import('./words-kk.ts'),
    ru: () => import('./words-ru.ts'),
    en: () => import('./words-en.ts'),
  })
  listenToKeys()
  createRoot(root).render(<DeskApp passwordCode={code} />)
}
