import { lazy } from 'react'
import { allWords } from './i18n.ts'

/** What the first view of the patrol desk does without; it comes right after, fetched by whoever shows it first. */
const map = () => import('./DeskMap.tsx')
const forms = () => import('./OperationForms.tsx')
const dialogs = () => import('./DeskDialogs.tsx')
const commandLine = () => import('../command-line/DeskCommandLine.tsx')

export const DeskMap = lazy(async () => ({ default: (await map()).DeskMap }))
export const OperationForms = lazy(async () => {
  const [part] = await Promise.all([forms(), allWords()])
  return { default: part.OperationForms }
})
export const DeskDialogs = lazy(async () => {
  const [part] = await Promise.all([dialogs(), allWords()])
  return { default: part.DeskDialogs }
})
export const DeskCommandLine = lazy(async () => {
  const [part] = await Promise.all([commandLine(), allWords()])
  return { default: part.DeskCommandLine }
})

export const fetchParts = () => Promise.allSettled([map(), forms(), dialogs(), commandLine()])
