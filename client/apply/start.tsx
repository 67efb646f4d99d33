import { createRoot } from 'react-dom/client'
import { startWords } from '../app/i18n.ts'
import { ApplyApp } from './ApplyApp.tsx'

/** Puts the public page into the page: no sign-in, no socket, nothing kept in the browser. */
export async function start(root: HTMLElement): Promise<void> {
  await startWords({
    kk: () => import('./words-kk.ts'),
    ru: () => import('./words-ru.ts'),
    en: () => import('./words-en.ts'),
  })
  createRoot(root).render(<ApplyApp />)
}
