import { expect, test } from 'vitest'
import { faultOf, isLogin, sameGrants } from '../../../client/admin/accounts.ts'
import type { Grant, StaffRole } from '../../../shared/accounts/types.ts'

const grant = (role: StaffRole, regions: string[] = ['almaty'], operations: string[] = []): Grant => ({
  ...{ role, regions, operations },
})

test('ADMIN-UI-1 rights that the server would refuse, or that would open nothing, are named before they are sent', () => {
  expect(faultOf([])).toBe('none')
  expect(faultOf([grant('duty-officer', [])])).toBe('no-region')
  expect(faultOf([grant('registrar'), grant('registrar', ['astana'])])).toBe('twice')
  expect(faultOf([grant('registrar'), grant('police-reviewer')])).toBe('checks-and-registers')
  expect(faultOf([grant('registrar'), grant('duty-officer')])).toBeNull()
})

test('ADMIN-UI-2 an administrator needs no region, and single operations stand for one', () => {
  expect(faultOf([grant('administrator', [])])).toBeNull()
  expect(faultOf([grant('event-coordinator', [], ['op'])])).toBeNull()
})

test('ADMIN-UI-3 a login is two to 64 letters of any script, digits, dots and hyphens', () => {
  for (const login of ['duty', 'дежурный-2', ' n.abenova ', 'a_1']) expect(isLogin(login), login).toBe(true)
  for (const login of ['', 'a', 'two words', 'a@b', 'x'.repeat(65)]) expect(isLogin(login), login).toBe(false)
})

test('ADMIN-UI-4 only other rights are a change', () => {
  expect(sameGrants([grant('registrar')], [grant('registrar')])).toBe(true)
  expect(sameGrants([grant('registrar')], [grant('registrar', ['almaty', 'astana'])])).toBe(false)
})
