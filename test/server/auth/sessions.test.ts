import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { cookieName, makeSessions, sessionCookie } from '../../../server/auth/sessions.ts'
import { hashOf, newToken } from '../../../server/auth/tokens.ts'
import { accountsSchema } from '../../../server/stores/embedded/schema.ts'
import { sessionStore } from '../../../server/stores/embedded/sessions.ts'
import { given, noon } from '../../kit/given-when-then.ts'
import { account, registered } from '../../kit/past.ts'
import { virtualClock } from '../../kit/virtual-clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The real store in memory, an officer and a phone. */
function signedIn() {
  const database = new DatabaseSync(':memory:')
  database.exec(accountsSchema)
  const clock = virtualClock(noon)
  const { board } = given(account('officer', 'duty-officer'), registered('a1'), {
    type: 'DeviceEnrolled',
    keys: ['device:phone'],
    data: { device: 'phone', holder: { kind: 'assistant', id: 'a1' }, via: 'phone' },
  })
  return { board, clock, database, sessions: makeSessions(sessionStore(database, clock), board, clock) }
}

test('AUTH-7 a session that nobody uses ends after an hour, one with an open desk only after twelve', async () => {
  const { clock, sessions } = signedIn()
  const unused = await sessions.open('staff', 'officer')
  const used = await sessions.open('staff', 'officer')
  const identity = await sessions.identify(used, 'staff')
  if (!identity) throw new Error('not signed in')
  let ended = 0
  const leave = sessions.watch(identity.session, () => ended++)
  clock.advance(59 * MINUTE)
  expect(await sessions.identify(unused, 'staff')).not.toBeNull()
  clock.advance(61 * MINUTE)
  expect(await sessions.identify(unused, 'staff')).toBeNull()
  expect(await sessions.identify(used, 'staff')).not.toBeNull()
  clock.advance(10 * HOUR - 1)
  expect(ended).toBe(0)
  clock.advance(1)
  expect(ended).toBe(1)
  expect(await sessions.identify(used, 'staff')).toBeNull()
  leave()
  clock.advance(HOUR)
  expect(ended).toBe(1)
})

test('AUTH-7 a desk that was closed is idle from then on', async () => {
  const { clock, sessions } = signedIn()
  const token = await sessions.open('staff', 'officer')
  const identity = await sessions.identify(token, 'staff')
  if (!identity) throw new Error('not signed in')
  const leave = sessions.watch(identity.session, () => {})
  clock.advance(3 * HOUR)
  leave()
  clock.advance(61 * MINUTE)
  expect(await sessions.identify(token, 'staff')).toBeNull()
})

test('AUTH-8 a phone is trusted for longer than any timer lasts, and until it is revoked', async () => {
  const { board, clock, sessions } = signedIn()
  const token = await sessions.open('device', 'a1', 'phone')
  const identity = await sessions.identify(token, 'device')
  if (!identity) throw new Error('not enrolled')
  let ended = 0
  sessions.watch(identity.session, () => ended++)
  clock.advance(100 * 24 * HOUR)
  expect(ended).toBe(0)
  expect(await sessions.identify(token, 'device')).toMatchObject({ viewer: { id: 'a1', device: 'phone' } })
  expect(await sessions.identify(token, 'staff')).toBeNull()
  expect(sessions.stands(identity.viewer)).toBe(true)
  board.device.set('phone', { ...board.device.get('phone'), revoked: true } as never)
  expect(sessions.stands(identity.viewer)).toBe(false)
  expect(await sessions.identify(token, 'device')).toBeNull()
})

test('AUTH-9 rights that changed since the handshake do not stand any more', async () => {
  const { board, sessions } = signedIn()
  const token = await sessions.open('staff', 'officer')
  const identity = await sessions.identify(token, 'staff')
  if (!identity) throw new Error('not signed in')
  expect(sessions.stands(identity.viewer)).toBe(true)
  const officer = board.account.get('officer')
  if (!officer) throw new Error('no account')
  for (const change of [{ police: false }, { grants: [] }, { open: false }]) {
    board.account.set('officer', { ...officer, ...change })
    expect(sessions.stands(identity.viewer), JSON.stringify(change)).toBe(false)
  }
})

test('AUTH-10 the cookie is bound to the host over https and read by its whole name', () => {
  const request = (cookie?: string) => ({ headers: { cookie } }) as never
  expect([cookieName(false), cookieName(true)]).toEqual(['sid', '__Host-sid'])
  expect(sessionCookie(request('a=1; __Host-sid=secret; b=2'), true)).toBe('secret')
  expect(sessionCookie(request('sid=plain'), true)).toBeUndefined()
  expect(sessionCookie(request('xsid=1; sid=plain'), false)).toBe('plain')
  expect(sessionCookie(request(), false)).toBeUndefined()
  expect(hashOf('secret')).not.toContain('secret')
})

test('AUTH-16 a disk that cannot be written keeps nobody out who is signed in, and phones that come back do not write', async () => {
  const { clock, sessions, database } = signedIn()
  const desk = await sessions.open('staff', 'officer')
  const phone = await sessions.open('device', 'a1', 'phone')
  clock.advance(2 * MINUTE)
  const changes = () => database.prepare('SELECT total_changes() AS n').get()?.n
  const before = changes()
  expect(await sessions.identify(phone, 'device')).not.toBeNull()
  expect(changes()).toBe(before)
  database.exec('PRAGMA query_only = ON')
  expect(await sessions.identify(desk, 'staff')).not.toBeNull()
  expect(await sessions.identify(phone, 'device')).not.toBeNull()
})

test('AUTH-30 no token begins with a hyphen: a command line would take it for an option', () => {
  const tokens = Array.from({ length: 2_000 }, newToken)
  expect(tokens.filter((token) => token.startsWith('-'))).toEqual([])
  expect(new Set(tokens).size).toBe(2_000)
})
