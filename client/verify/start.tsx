import { createRoot } from 'react-dom/client'
import { startWords } from '../app/i18n.ts'
import { VerifyApp } from './VerifyApp.tsx'

const words = {
  kk: () => import('./words-kk.ts'),
  ru: () => import('./words-ru.ts'),
  en: () => import('./words-en.ts'),
}

/** Puts the verifier into the page: no sign-in, no socket; once it is here it asks the server for nothing more. */
export async function start(root: HTMLElement): Promise<void> {
  await startWords(words)
  createRoot(root).render(<VerifyApp />)
  await Promise.allSettled(Object.values(words).map((load) => load()))
}
