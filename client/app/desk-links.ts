import type { Grant, StaffRole } from '../../shared/accounts/types.ts'
import type { WordKey } from '../../shared/i18n/keys.ts'
import type { ActionId } from '../ui/keys.ts'

export interface DeskPage {
  id: 'patrol' | 'event' | 'search' | 'registry' | 'force' | 'audit' | 'admin'
  path: string
  words: WordKey
  action: ActionId
  /** In the order of `pages`, a role's own page comes first. */
  roles: readonly StaffRole[]
}

const desk = ['duty-officer', 'supervisor', 'event-coordinator', 'search-coordinator', 'auditor'] as const

const pages: readonly DeskPage[] = [
  { id: 'patrol', path: '/', words: 'desk:page.patrol', action: 'go.patrol', roles: desk },
  {
    id: 'event',
    path: '/event',
    words: 'desk:page.event',
    action: 'go.event',
    roles: ['duty-officer', 'supervisor', 'event-coordinator'],
  },
  {
    id: 'search',
    path: '/search',
    words: 'desk:page.search',
    action: 'go.search',
    roles: ['duty-officer', 'supervisor', 'search-coordinator'],
  },
  {
    id: 'registry',
    path: '/registry',
    words: 'desk:page.registry',
    action: 'go.registry',
    roles: ['registrar', 'police-reviewer', 'duty-officer', 'supervisor', 'auditor'],
  },
  {
    id: 'force',
    path: '/force',
    words: 'desk:page.force',
    action: 'go.force',
    roles: ['police-reviewer', 'duty-officer', 'supervisor', 'auditor'],
  },
  {
    id: 'audit',
    path: '/audit',
    words: 'desk:page.audit',
    action: 'go.audit',
    roles: ['auditor', 'supervisor'],
  },
  {
    id: 'admin',
    path: '/admin',
    words: 'desk:page.admin',
    action: 'go.admin',
    roles: ['administrator'],
  },
]

/** The pages these grants open, in the order of the top bar. */
export function pagesOf(grants: readonly Grant[]): readonly DeskPage[] {
  return pages.filter(({ roles }) => grants.some(({ role }) => roles.includes(role)))
}
