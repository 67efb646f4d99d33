import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let server: Served
let admin: { account: string; cookie: string }
let registrar: { account: string; cookie: string }

beforeAll(async () => {
  server = await serve()
  admin = await staff(server, [{ role: 'administrator', regions: [], operations: [] }], false)
  registrar = await staff(server, [{ role: 'registrar', regions: ['almaty'], operations: [] }], false)
})
afterAll(() => server.stop())

async function ask(path: string, cookie: string, body?: unknown) {
  const text = typeof body === 'string'
  const response = await fetch(`${server.address}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie, 'content-type': text ? 'text/csv' : 'application/json' },
    ...(body !== undefined && { body: text ? body : JSON.stringify(body) }),
  })
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}
const invite = (login: string) =>
  ask('/accounts', admin.cookie, {
    ...{ id: crypto.randomUUID(), login, name: 'New Officer', police: true },
    grants: [{ role: 'duty-officer', regions: ['almaty'], operations: [] }],
  })

test('ADMIN-1 an administrator sees who has not set a password yet, and a lost link is replaced by a new one', async () => {
  const { answer } = await invite('newcomer')
  const { account, code: lost } = answer as { account: string; code: string }
  const logins = async () =>
    ((await ask('/accounts', admin.cookie)).answer.accounts as { account: string }[]).find(
      (one) => one.account === account,
    )
  expect(await logins()).toEqual({ account, login: 'newcomer', invited: true })
  const again = await ask('/accounts/link', admin.cookie, { account })
  const code = String(again.answer.path).split('code=')[1]
  const old = await ask('/set-password', '', { code: lost, password: 'somebody elses 1' })
  expect(old).toEqual({ status: 400, answer: { code: 'code.unknown' } })
  const set = await ask('/set-password', '', { code, password: 'long enough 1' })
  expect(set.answer).toEqual({ ok: true, login: 'newcomer' })
  expect(await logins()).toMatchObject({ invited: false })
})

test('ADMIN-2 ending the sessions of an account closes its desk, and the cookie opens nothing any more', async () => {
  const officer = await staff(server, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }])
  const desk = await connect(server.address, officer)
  expect((await ask('/accounts/sign-out', admin.cookie, { account: officer.account })).status).toBe(200)
  await desk.until('the desk is closed', () => desk.closing.includes('session-ended'))
  desk.close()
  expect((await ask('/me', officer.cookie)).answer).toMatchObject({ signedIn: false })
})

test('ADMIN-3 only an administrator asks for logins, links and ends of sessions', async () => {
  expect((await ask('/accounts', registrar.cookie)).status).toBe(403)
  for (const path of ['/accounts/link', '/accounts/sign-out'])
    expect((await ask(path, registrar.cookie, { account: admin.account })).status, path).toBe(403)
  expect((await ask('/accounts', 'sid=made-up')).status).toBe(401)
  expect((await ask('/accounts/link', admin.cookie, { account: 'nobody' })).status).toBe(404)
})

test('ROSTER-1 a preview says what would be and does nothing; then the same file does just that', async () => {
  const known = await carrier(server, 'assistant', { callSign: 'A-7001' })
  const file = [
    'call_sign;name;phone;region;skills',
    'A-7001;Known;;almaty;',
    'A-7002;New One;8 701 123 45 67;almaty/medeu;driver',
    'A-7003;Wrong Phone;12;almaty;',
    'short',
  ]
  const csv = file.join('\n')
  const refused = [
    { line: 4, column: 'phone', code: 'roster.phone' },
    { line: 5, column: 'call_sign', code: 'roster.call-sign' },
    { line: 5, column: 'name', code: 'roster.name' },
    { line: 5, column: 'region', code: 'roster.region' },
  ]
  const found = { encoding: 'utf-8', lines: 4, imported: 1, skipped: 1, refusedLines: 2, refused }
  expect((await ask('/roster?preview=yes', registrar.cookie, csv)).answer).toEqual(found)
  const callSigns = () => [...server.app.live.board.assistant.values()].map(({ callSign }) => callSign)
  expect(callSigns()).toEqual([known.callSign])
  expect((await ask('/roster', registrar.cookie, csv)).answer).toEqual(found)
  expect(callSigns()).toEqual(['A-7001', 'A-7002'])
  const elsewhere = await ask('/roster?preview=yes', registrar.cookie, `${csv}\nA-7004;Far;;astana;`)
  expect((elsewhere.answer as { refused: unknown[] }).refused.at(-1)).toEqual({
    line: 6,
    column: 'region',
    code: 'roster.region-outside',
  })
})
