import { createRoot } from 'react-dom/client'
import { listenToKeys } from '../ui/use-key.ts'
import { DeskApp } from './DeskApp.tsx'
import { startWords } from './i18n.ts'

/** Puts the desk into the page. */
export async function start(root: HTMLElement): Promise<void> {
  await startWords({
    kk: () => import('./words-kk.ts'),
    ru: () => import('./words-ru.ts'),
    en: () => import('./words-en.ts'),
  })
  listenToKeys()
  createRoot(root).render(<DeskApp />)
}
