import type { Request } from 'express'
import { z } from 'zod'
import { longestPassword } from '../../shared/accounts/password-length.ts'
import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import type { App } from '../app.ts'
import { blocked, limits, take } from '../auth/limits.ts'
import { checkPassword } from '../auth/passwords.ts'
import type { Staff } from './staff-request.ts'

/** What everything that leaves the house asks for: why, and the password again; an unlocked desk is not enough. */
export const exportGrounds = {
  reason: z.string().trim().min(3).max(200),
  password: z.string().min(1).max(longestPassword),
}

/** Null when it is this account's password; a wrong one counts as a wrong sign-in does. */
export async function confirmPassword(
  { stores }: App,
  staff: Staff,
  request: Request,
  password: string,
): Promise<Refusal | null> {
  const address = request.ip ?? ''
  const credentials = await stores.credentials.byAccount(staff.account)
  const login = credentials?.login ?? staff.account
  const wait =
    Math.max(await blocked(limits.address, address), await blocked(limits.login, login)) ||
    Math.max(await take(limits.address, address), await take(limits.login, login))
  if (wait > 0) return refuse('rate.limited', { params: { seconds: wait } })
  if (!(await checkPassword(password, credentials?.passwordHash ?? null))) return refuse('password.wrong')
  await Promise.all([limits.address.reward(address), limits.login.delete(login)])
  return null
}
