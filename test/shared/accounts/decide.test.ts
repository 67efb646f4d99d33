import { describe, expect, test } from 'vitest'
import { accountDeciders } from '../../../shared/accounts/decide.ts'
import type { Grant } from '../../../shared/accounts/types.ts'
import { factsOf, given } from '../../kit/given-when-then.ts'
import { account } from '../../kit/past.ts'

const { OpenAccount, ChangeGrants, CloseAccount } = accountDeciders
const boss = { kind: 'staff', id: 'boss' } as const
const grant = (role: Grant['role']): Grant => ({ role, regions: ['almaty'], operations: [] })
const boss1 = account('boss', 'administrator')
const boss2 = account('boss2', 'administrator')

describe('opening', () => {
  test('ACC-1 opening an account keeps the name and rank out of the log', () => {
    const { decision } = given(boss1).when(
      OpenAccount,
      { name: 'Aigul Sarsenova', rank: 'captain', police: true, grants: [grant('duty-officer')] },
      { by: boss },
    )
    expect(decision).toMatchObject({
      secrets: [{ of: 'new-1', fields: { name: 'Aigul Sarsenova', rank: 'captain' } }],
      result: { account: 'new-1' },
    })
    expect(JSON.stringify(factsOf(decision))).not.toMatch(/Aigul|captain/)
  })

  test('ACC-2 one account never holds both police reviewer and registrar', () => {
    const grants = [grant('police-reviewer'), grant('registrar')]
    given(boss1)
      .when(OpenAccount, { name: 'x', police: true, grants }, { by: boss })
      .then({ code: 'account.checks-and-registers' })
    given(boss1, account('a', 'registrar'))
      .when(ChangeGrants, { account: 'a', police: true, grants }, { by: boss })
      .then({ code: 'account.checks-and-registers' })
  })
})

describe('changing', () => {
  test('ACC-3 nobody changes his own grants', () => {
    given(boss1, boss2)
      .when(ChangeGrants, { account: 'boss', police: true, grants: [] }, { by: boss })
      .then({ code: 'account.own-grants' })
  })

  test.each([
    ['is closed', CloseAccount, { account: 'boss' }],
    ['loses the role', ChangeGrants, { account: 'boss', police: true, grants: [grant('auditor')] }],
  ] as const)('ACC-4 at least one administrator stays open: the last one that %s', (_, decider, body) => {
    const other = { kind: 'staff', id: 'boss2' } as const
    given(boss1)
      .when(decider as never, body as never, { by: other })
      .then({ code: 'account.last-administrator' })
    given(boss1, boss2)
      .when(decider as never, body as never, { by: other })
      .thenTypes(decider === CloseAccount ? 'AccountClosed' : 'GrantsChanged')
  })

  test('ACC-4 administrators who close each other at once meet on each other’s keys', () => {
    const { board } = given(boss1, boss2)
    expect(CloseAccount.involves({ account: 'boss' }, board, boss)).toEqual(['account:boss', 'account:boss2'])
  })

  test('ACC-5 what is already so is decided once', () => {
    given(boss1, account('a', 'auditor'))
      .when(ChangeGrants, { account: 'a', police: true, grants: [grant('auditor')] }, { by: boss })
      .then([])
      .when(CloseAccount, { account: 'a' }, { by: boss })
      .thenTypes('AccountClosed')
      .when(CloseAccount, { account: 'a' }, { by: boss })
      .then([])
      .when(ChangeGrants, { account: 'a', police: true, grants: [] }, { by: boss })
      .then({ code: 'account.closed' })
      .when(CloseAccount, { account: 'nobody' }, { by: boss })
      .then({ code: 'account.unknown' })
  })
})
