import { createRoot } from 'react-dom/client'
import { startWords } from '../app/i18n.ts'
import { ProofApp } from './ProofApp.tsx'

/** The code of the scanned link, taken out of the address: it stays in no history, and no server ever had it in an address. */
function codeOfLink(): string {
  const code = location.hash.slice(1)
  if (code !== '') history.replaceState(null, '', location.pathname)
  return code
}

/** Puts the public page into the page: no sign-in, no socket, nothing kept in the browser. */
export async function start(root: HTMLElement): Promise<void> {
  const code = codeOfLink()
  await startWords({
    kk: () => import('./words-kk.ts'),
    ru: () => import('./words-ru.ts'),
    en: () => import('./words-en.ts'),
  })
  createRoot(root).render(<ProofApp code={code} />)
}
