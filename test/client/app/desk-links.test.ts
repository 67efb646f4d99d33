import { expect, test } from 'vitest'
import { pagesOf } from '../../../client/app/desk-links.ts'
import { type StaffRole, staffRoles } from '../../../shared/accounts/types.ts'

const grant = (role: StaffRole) => ({ role, regions: ['almaty'], operations: [] })
const idsOf = (...roles: StaffRole[]) => pagesOf(roles.map(grant)).map(({ id }) => id)

test('APP-4 each role has the pages it works on and no others', () => {
  expect(Object.fromEntries(staffRoles.map((role) => [role, idsOf(role)]))).toEqual({
    'duty-officer': ['patrol', 'event', 'search', 'registry', 'force'],
    'event-coordinator': ['patrol', 'event'],
    'search-coordinator': ['patrol', 'search'],
    'police-reviewer': ['registry', 'force'],
    registrar: ['registry'],
    supervisor: ['patrol', 'event', 'search', 'registry', 'force', 'audit'],
    auditor: ['patrol', 'registry', 'force', 'audit'],
    administrator: ['admin'],
  })
})

test('APP-5 several roles join their pages, each once; no role has none', () => {
  expect(idsOf('registrar', 'administrator', 'event-coordinator')).toEqual([
    'patrol',
    'event',
    'registry',
    'admin',
  ])
  expect(idsOf()).toEqual([])
})
