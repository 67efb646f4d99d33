import { lazy } from 'react'

/** What the first view of the patrol desk does without; it comes right after, fetched by whoever shows it first. */
const map = () => import('./DeskMap.tsx')
const forms = () => import('./OperationForms.tsx')
const dialogs = () => import('./DeskDialogs.tsx')
const commandLine = () => import('../command-line/DeskCommandLine.tsx')

export const DeskMap = lazy(async () => ({ default: (await map()).DeskMap }))
export const OperationForms = lazy(async () => ({ default: (await forms()).OperationForms }))
export const DeskDialogs = lazy(async () => ({ default: (await dialogs()).DeskDialogs }))
export const DeskCommandLine = lazy(async () => ({ default: (await commandLine()).DeskCommandLine }))

export const fetchParts = () => Promise.allSettled([map(), forms(), dialogs(), commandLine()])
