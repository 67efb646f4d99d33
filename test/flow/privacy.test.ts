import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connected, connect } from '../kit/connect.ts'
import { criteria } from '../kit/force.ts'
import { type NodeProcess, startNode } from '../kit/node-process.ts'
import { applyTo } from '../kit/public-page.ts'

/** What must be nowhere but in the vault (encrypted) and with those who may see it. */
const secret = {
  name: 'Қызғалдақ Бөлтірікқызы',
  phone: '+77019876543',
  message: 'The boy wears a zebra-striped scarf',
  words: 'Caller heard the accordion of number 41',
  briefing: 'Password of the day: albatross',
  subject: 'Scar like a horseshoe on the left wrist',
  officer: 'Sergeant Unforgettable',
  iin: '850101300603',
  force: 'Pinned down beside the turquoise kiosk',
  reason: 'Complaint of the widow Zhumabekova',
  password: 'correct horse battery staple',
}
/** Coordinates of a call for help and of a missing person, exact to a metre. */
const points = ['43.2413371', '76.9077713']

const folder = mkdtempSync(join(tmpdir(), 'serik-privacy-'))
let node: NodeProcess
const open: Connected[] = []
const told: string[] = []

beforeAll(async () => {
  node = await startNode({
    DATA_DIR: folder,
    SERIK_REHEARSAL: 'off',
    NODE_ENV: 'production',
    LOG_LEVEL: 'debug',
  })
})

afterAll(async () => {
  for (const connection of open) connection.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Every path and answer is kept: what stands in an address ends in histories and proxies. */
async function call(path: string, body: string | object, headers: Record<string, string> = {}) {
  told.push(path)
  const response = await fetch(`${node.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const answer = (await response.json()) as Record<string, string>
  if (answer.path) told.push(answer.path.split('#')[0] as string)
  return { status: response.status, answer, cookie }
}

async function signIn(code: string) {
  const { answer } = await call('/api/set-password', { code, password: secret.password })
  const { cookie } = await call('/api/sign-in', { login: answer.login, password: secret.password })
  return cookie
}

async function account(admin: string, login: string, role: string) {
  const grants = [{ role, regions: ['almaty'], operations: [] }]
  const body = { id: randomUUID(), login, name: secret.officer, police: true, grants }
  const { answer } = await call('/api/accounts', body, { cookie: admin })
  expect(answer.path).toMatch(/^\/set-password#code=/)
  return signIn(answer.code ?? '')
}

async function desk(as: Parameters<typeof connect>[1]) {
  const connection = await connect(node.address, as)
  open.push(connection)
  return connection
}

test('PRIV-1 from the first administrator to a call for help: no name, phone, text, point or secret is in the log, on the console, in an address or in the clear on the disk', async () => {
  const link = /\/set-password#code=(\S+)/.exec(node.output())?.[1] ?? ''
  const admin = await signIn(link)
  expect((await call('/api/set-password', { code: link, password: secret.password })).status).toBe(400)
  const duty = await desk({ cookie: await account(admin, 'duty', 'duty-officer') })
  const registrar = await account(admin, 'registrar', 'registrar')

  const roster = `call_sign;name;phone;region;skills\nA-1;${secret.name};${secret.phone};almaty;\n`
  expect((await call('/api/roster', roster, { cookie: registrar })).answer).toMatchObject({ imported: 1 })
  await call('/api/roster', `call_sign;name\nA-2;${secret.name}\n`, { cookie: registrar })
  const person = await duty.until('the person', () => [...duty.board.assistant.values()][0])
  const holder = { kind: 'assistant', id: person.id }
  const { answer: enrolment } = await call('/api/enrolments', { holder }, { cookie: registrar })
  const { answer: device } = await call('/api/enrol', { code: enrolment.code })
  const { answer: tracker } = await call('/api/trackers', { holder }, { cookie: registrar })
  const phone = await desk({ token: device.token ?? '' })

  expect(await duty.read({ kind: 'person', assistant: person.id })).toEqual({
    name: secret.name,
    phone: secret.phone,
  })
  expect(await duty.read({ kind: 'find', term: 'Қызғалдақ' })).toHaveLength(1)
  expect(await duty.read({ kind: 'find', term: secret.phone })).toHaveLength(1)
  const [lat, lng] = points.map(Number) as [number, number]
  const ring = [
    { lat: 43.2, lng: 76.85 },
    { lat: 43.2, lng: 76.95 },
    { lat: 43.28, lng: 76.95 },
  ]
  const window = { from: Date.now(), to: Date.now() + 3_600_000 }
  const opened = await duty.give('OpenOperation', {
    ...{
      kind: 'search',
      title: 'Search',
      region: 'almaty',
      perimeter: ring,
      window,
      briefing: secret.briefing,
    },
  })
  const { operation } = (opened as { result: { operation: string } }).result
  expect(await duty.give('DescribeSubject', { operation, text: secret.subject })).toMatchObject({ ok: true })
  expect(await duty.give('SetSearchPoint', { operation, point: 'ipp', at: { lat, lng } })).toMatchObject({
    ok: true,
  })
  const incident = {
    kind: 'other' as const,
    region: 'almaty',
    at: { lat: 43.2, lng: 76.9 },
    place: 'Station',
  }
  expect(await duty.give('ReportIncident', { ...incident, words: secret.words })).toMatchObject({ ok: true })
  expect(await duty.give('AddNote', { operation, note: secret.message })).toMatchObject({ ok: true })
  await phone.give('BookOn', { who: { kind: 'assistant', id: person.id } })
  const fix = { at: Date.now(), lat, lng, accuracy: 5 }
  expect(await phone.give('CallForHelp', { pressedAt: Date.now(), fix })).toMatchObject({ ok: true })
  const alarm = await duty.until('the alarm', () => [...duty.board.alarm.values()][0])
  await duty.give('OwnAlarm', { alarm: alarm.id })
  expect(
    await duty.give('ResolveAlarm', { alarm: alarm.id, reason: 'other', words: secret.message }),
  ).toMatchObject({
    ok: true,
  })

  expect((await applyTo(node.address, { iin: secret.iin, birthDate: '1985-01-01' })).status).toBe(200)
  const report = randomUUID()
  const happenedAt = Date.now()
  await duty.give('ReportForce', { report, happenedAt, criteria, assistant: person.id })
  expect(
    await duty.give('WriteForceReport', {
      ...{ report, happenedAt, place: secret.force, unit: secret.force, words: secret.force },
      ...{ witnesses: secret.name, policeAt: null, notified: ['nobody'] },
      subjects: [{ criteria, categories: ['none'], injuries: 'none', firstAid: 'no' }],
    }),
  ).toMatchObject({ ok: true })
  const auditor = await account(admin, 'auditor', 'auditor')
  const { reason, password } = secret
  const headers = { cookie: auditor, 'content-type': 'application/json' }
  const exported = await fetch(`${node.address}/api/record/export`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ operation, reason, password }) },
  })
  expect(exported.status).toBe(200)
  const leaves = await exported.text()
  for (const text of Object.values(secret)) expect(leaves).not.toContain(text)

  // What fails must not tell either.
  await call('/api/sign-in', { login: 'duty', password: `${secret.password}!`, extra: secret.name })
  await duty.ask('command', { id: secret.phone, type: secret.name, body: secret.message })
  await duty.give('AddNote', { operation, note: secret.message, extra: secret.name } as never)
  await duty.ask('read', { kind: 'find', term: secret.name.repeat(9) })
  await phone.ask('fixes', { sentAt: Date.now(), interval: 5, fixes: [{ ...fix, lat: secret.name }] })
  const query = new URLSearchParams({ id: tracker.token ?? '', lat: 'x', lon: points[1] as string })
  expect((await fetch(`${node.address}/ingest/osmand?${query}`)).status).toBe(400)
  await fetch(`${node.address}/api/sign-in`, {
    method: 'POST',
    body: `{"login":"${secret.name}`,
    headers: { 'content-type': 'application/json' },
  })

  for (const connection of open) connection.close()
  const tokens = [
    device.token,
    tracker.token,
    enrolment.code,
    admin.split('=')[1],
    registrar.split('=')[1],
  ] as string[]
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const bytes = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  const search = (where: string, haystack: Buffer, needles: string[]) => {
    for (const needle of needles)
      for (const form of [needle, JSON.stringify(needle).slice(1, -1), encodeURIComponent(needle)])
        expect(haystack.includes(form), `${where} tells ${needle}`).toBe(false)
  }
  const texts = Object.values(secret)
  search('the console', Buffer.from(node.output()), [...texts, ...points, ...tokens])
  search('an address', Buffer.from(told.join('\n')), [...texts, ...tokens])
  expect(bytes.some((file) => file.includes('SubjectDescribed'))).toBe(true)
  // The track of the person is a fix of its own file; points of the log and the vault are not in the clear.
  for (const [n, entry] of files.entries())
    search(
      entry.name,
      bytes[n] as Buffer,
      entry.name.startsWith('tracks') ? texts : [...texts, ...points, ...tokens],
    )
  expect(await node.end('SIGTERM')).toBe(0)
})
