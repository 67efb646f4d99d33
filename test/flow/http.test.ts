import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../../server/auth/passwords.ts'
import { connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let plain: Served
let secure: Served
const site = 'https://desk.example'
const password = 'a long enough password'

beforeAll(async () => {
  plain = await serve()
  secure = await serve({ PUBLIC_URL: site })
  for (const server of [plain, secure]) {
    const { account } = await staff(server, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }])
    const passwordHash = await hashPassword(password)
    await server.app.stores.credentials.put({ account, login: 'officer', passwordHash })
  }
})

afterAll(async () => {
  await plain.stop()
  await secure.stop()
})

const post = (server: Served, path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
const signIn = (server: Served, headers = {}) =>
  post(server, '/api/sign-in', JSON.stringify({ login: ' Officer ', password }), headers)

test('HTTP-1 the session’s cookie is out of reach of scripts and other sites, and over https bound to the host', async () => {
  const overHttp = (await signIn(plain)).headers.getSetCookie()[0] ?? ''
  expect(overHttp).toMatch(
    /^sid=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
  )
  const overHttps = (await signIn(secure, { origin: site })).headers.getSetCookie()[0] ?? ''
  expect(overHttps).toMatch(
    /^__Host-sid=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
  )
})

test('HTTP-2 signing in again ends the session before, and a new one opens a desk', async () => {
  const cookieOf = (response: Response) => (response.headers.getSetCookie()[0] ?? '').split(';')[0] as string
  const first = cookieOf(await signIn(plain))
  const second = cookieOf(await signIn(plain, { cookie: first }))
  await expect(connect(plain.address, { cookie: first })).rejects.toThrow('unauthenticated')
  const desk = await connect(plain.address, { cookie: second })
  expect(desk.welcome.me).toMatchObject({ kind: 'staff' })
  desk.close()
})

test('HTTP-3 every answer forbids framing, sniffing and anything from elsewhere; HSTS only over https', async () => {
  for (const path of ['/healthz', '/api/me', '/', '/nothing/here.js']) {
    const { headers } = await fetch(`${plain.address}${path}`)
    const policy = headers.get('content-security-policy') ?? ''
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy, path).toContain(rule)
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
  }
  const { headers } = await fetch(`${secure.address}/api/me`)
  expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
  expect(headers.get('cache-control')).toBe('no-store')
})

test('HTTP-4 what is unknown, foreign, malformed or too large is refused in JSON by a code', async () => {
  const answer = async (response: Response) => [
    response.status,
    ((await response.json()) as { code: string }).code,
  ]
  expect(await answer(await fetch(`${plain.address}/api/nothing`))).toEqual([404, 'http.not-found'])
  expect(await answer(await post(plain, '/api/nothing', '{}'))).toEqual([404, 'http.not-found'])
  expect(await answer(await post(plain, '/api/sign-in', '{}', { origin: 'https://evil.example' }))).toEqual([
    403,
    'http.foreign-origin',
  ])
  expect(await answer(await post(plain, '/api/sign-in', 'a=1', { 'content-type': 'text/plain' }))).toEqual([
    415,
    'http.media-type',
  ])
  expect(await answer(await post(plain, '/api/sign-in', '{"login":'))).toEqual([400, 'http.bad-request'])
  const large = JSON.stringify({ login: 'x', password: 'x'.repeat(70_000) })
  expect(await answer(await post(plain, '/api/sign-in', large))).toEqual([413, 'http.too-large'])
  const { cookie } = await staff(plain, [{ role: 'registrar', regions: ['almaty'], operations: [] }])
  const roster = `call_sign;name;region\n${'A-1;Somebody;almaty\n'.repeat(1_700_000)}`
  expect(
    await answer(await post(plain, '/api/roster', roster, { cookie, 'content-type': 'text/csv' })),
  ).toEqual([413, 'http.too-large'])
  expect(await answer(await post(plain, '/api/roster', 'x', { 'content-type': 'text/csv' }))).toEqual([
    401,
    'sign-in.needed',
  ])
  expect(await answer(await post(plain, '/ingest/owntracks', `{"a":"${'x'.repeat(300_000)}"}`))).toEqual([
    413,
    'http.too-large',
  ])
})

test('HTTP-5 a code for somebody’s phone is given only by who registers there', async () => {
  const assistant = { kind: 'assistant', id: 'nobody' }
  const give = async (path: string, cookie: string, holder: object) =>
    (await post(plain, path, JSON.stringify({ holder }), { cookie })).status
  const person = await carrier(plain, 'assistant')
  const holder = { kind: 'assistant', id: person.id }
  const mixed = await staff(plain, [
    { role: 'registrar', regions: ['astana'], operations: [] },
    { role: 'auditor', regions: ['almaty'], operations: [] },
  ])
  const registrar = await staff(plain, [{ role: 'registrar', regions: ['almaty'], operations: [] }])
  for (const path of ['/api/enrolments', '/api/trackers']) {
    expect(await give(path, mixed.cookie, holder)).toBe(404)
    expect(await give(path, registrar.cookie, assistant)).toBe(404)
    expect(await give(path, registrar.cookie, holder)).toBe(200)
  }
})
