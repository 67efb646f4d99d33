import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '../../server/auth/passwords.ts'
import { type RosterResult, rosterColumns } from '../../shared/assistants/roster.ts'
import { type Served, serve, staff } from '../kit/server.ts'

let server: Served
let registrar: Awaited<ReturnType<typeof staff>>
const password = 'rehearsal-only'
const head = rosterColumns.join(';')
const grant = (role: 'registrar' | 'supervisor' | 'duty-officer', regions = ['almaty']) => [
  { role, regions, operations: [] },
]
const byNumber = (n: number, more = '') =>
  `A-${n};Person ${n};;;+7701${String(n).padStart(7, '0')};almaty/medeu;;ACTIVE;${n}/26;2026-03-02;ID-${n};B-${n};2026-03-05${more}`
const table = (...lines: string[]) => `\ufeff${[head, ...lines].map((line) => `${line}\r\n`).join('')}`
const many = (from: number, upTo: number) =>
  Array.from({ length: upTo - from + 1 }, (_, at) => byNumber(from + at))

async function send(csv: string, cookie = registrar.cookie, to = server, query = ''): Promise<RosterResult> {
  const response = await fetch(`${to.address}/api/roster${query}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'text/csv' },
    body: csv,
  })
  return (await response.json()) as RosterResult
}
async function withPassword(
  to: Served,
  role: 'registrar' | 'supervisor' | 'duty-officer',
  regions = ['almaty'],
) {
  const made = await staff(to, grant(role, regions))
  await to.app.stores.credentials.put({
    account: made.account,
    login: `login-${made.account.slice(0, 8)}`,
    passwordHash: await hashPassword(password),
  })
  return made
}
const take = (to: Served, cookie: string, body: object) =>
  fetch(`${to.address}/api/roster/export`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ region: 'almaty', personal: true, reason: 'Проверка 17', password, ...body }),
  })
const people = ({ app }: Served) => [...app.live.board.assistant.values()]

beforeAll(async () => {
  server = await serve()
  registrar = await staff(server, grant('registrar'))
})
afterAll(() => server.stop())

test('ROSTER-209 hundreds of lines with bad ones among them: the good ones land, each bad one is told, and sent again nobody is doubled', async () => {
  const csv = table(
    ...many(1, 150),
    byNumber(151).replace('Person 151', '=HYPERLINK'),
    byNumber(152).replace('almaty/medeu', 'astana'),
    ...many(153, 250),
  )
  const first = await send(csv)
  expect(first).toMatchObject({ lines: 250, imported: 248, skipped: 0, refusedLines: 2 })
  expect(first.refused.map(({ line, code }) => [line, code])).toEqual([
    [152, 'roster.formula'],
    [153, 'roster.region-outside'],
  ])
  expect(await send(csv)).toMatchObject({ imported: 0, skipped: 248, refusedLines: 2 })
  expect(people(server)).toHaveLength(248)
  expect(people(server).find(({ callSign }) => callSign === 'A-7')).toMatchObject({
    status: 'ACTIVE',
    trainedOn: '2026-03-05',
    papers: { registration: { number: '7/26', on: '2026-03-02' }, card: { number: 'ID-7', badge: 'B-7' } },
  })
})

test('ROSTER-210 whoever asks for lines hears how far it is; the last line is the result', async () => {
  const response = await fetch(`${server.address}/api/roster?preview=yes`, {
    method: 'POST',
    headers: { cookie: registrar.cookie, 'content-type': 'text/csv', accept: 'application/x-ndjson' },
    body: table(...many(1, 30), byNumber(9_001)),
  })
  const lines = (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines[0]).toEqual({ progress: { stage: 'reading', done: 0, of: expect.any(Number) } })
  expect(lines.at(-1).result).toMatchObject({ imported: 1, skipped: 30 })
})

test('ROSTER-211 an import that was cut off goes on when the file is sent again, with the people it had', async () => {
  const csv = table(...many(2_001, 2_900))
  const gone = new AbortController()
  const { app } = server
  const stop = app.live.onEvents(() => gone.abort())
  await fetch(`${server.address}/api/roster`, {
    method: 'POST',
    headers: { cookie: registrar.cookie, 'content-type': 'text/csv' },
    body: csv,
    signal: gone.signal,
  }).catch(() => {})
  stop()
  let rest: RosterResult
  // The cut-off request is still being put away.
  do rest = await send(csv)
  while (!('lines' in rest))
  expect(rest.skipped).toBeGreaterThanOrEqual(50)
  expect(rest.imported).toBeGreaterThan(0)
  expect(rest.imported + rest.skipped).toBe(900)
  const callSigns = people(server).map(({ callSign }) => callSign)
  expect(new Set(callSigns).size).toBe(callSigns.length)
})

describe('against the register', () => {
  const iin = '850101300005'
  const other = '900228400014'
  const person = (callSign: string, number: string, who = iin, born = '1985-01-01') =>
    `${callSign};Somebody;${who};${born};;almaty;;ACTIVE;${number};2026-03-02;;;`

  test('ROSTER-212 a call sign, IIN or registration number of somebody else is refused and says whose it is', async () => {
    expect(await send(table(person('B-1', 'R-1')))).toMatchObject({ imported: 1 })
    expect(await send(table(person('B-1', 'R-1')))).toMatchObject({ skipped: 1, refused: [] })
    const { refused } = await send(
      table(
        person('B-1', 'R-9', other, '1990-02-28'),
        person('B-2', 'R-2'),
        `B-3;Else;;;;almaty;;;R-1;2026-03-02;;;`,
      ),
    )
    expect(refused).toEqual([
      { line: 2, column: 'call_sign', code: 'roster.call-sign-taken', params: { callSign: 'B-1' } },
      { line: 3, column: 'iin', code: 'roster.iin-known', params: { callSign: 'B-1' } },
      {
        line: 4,
        column: 'registration_number',
        code: 'roster.registration-known',
        params: { callSign: 'B-1' },
      },
    ])
  })

  test('ROSTER-213 IIN, name, birth date and phone of a list are in the vault only', async () => {
    const log = JSON.stringify(await server.app.stores.log.read(0, 5000))
    for (const personal of [iin, '1985-01-01', 'Somebody', '+77010000007'])
      expect(log).not.toContain(personal)
    const { id } = people(server).find(({ callSign }) => callSign === 'B-1') ?? { id: '' }
    expect(await server.app.stores.vault.get(id)).toEqual({ name: 'Somebody', iin, birthDate: '1985-01-01' })
  })
})

describe('the register as a file', () => {
  test('ROSTER-214 what is taken out, brought into an empty store and taken out again is the same, byte by byte', async () => {
    const first = await withPassword(server, 'registrar')
    await send(
      table('Ж-3;"Ә; ""кавычки""";;;;almaty;driver kazakh;;;;;;', 'Ж-4;Ended;;;;almaty;;TERMINATED;;;;;'),
      first.cookie,
    )
    const out = Buffer.from(await (await take(server, first.cookie, {})).arrayBuffer())
    const empty = await serve()
    const second = await withPassword(empty, 'registrar')
    const came = await send(out.toString(), second.cookie, empty)
    expect(came).toMatchObject({ imported: people(server).length, refused: [] })
    const again = Buffer.from(await (await take(empty, second.cookie, {})).arrayBuffer())
    expect(again.equals(out)).toBe(true)
    await empty.stop()
  })

  test('ROSTER-215 what a spreadsheet would run is written as text', async () => {
    await server.app.pipeline.giveOwn('an old name', 'ImportAssistants', {
      rows: [{ callSign: 'Ю-1', name: '=1+1', region: 'almaty', skills: [] }],
    })
    const { cookie } = await withPassword(server, 'registrar')
    expect(await (await take(server, cookie, {})).text()).toContain("Ю-1;'=1+1;")
  })

  test('ROSTER-216 names, IIN and phones go to a registrar of that region, with reason and password, and it is recorded of each person', async () => {
    const [mine, elsewhere, supervisor, duty] = await Promise.all([
      withPassword(server, 'registrar'),
      withPassword(server, 'registrar', ['astana']),
      withPassword(server, 'supervisor'),
      withPassword(server, 'duty-officer'),
    ])
    expect((await take(server, mine.cookie, { password: 'guess' })).status).toBe(403)
    expect((await take(server, mine.cookie, { reason: '' })).status).toBe(422)
    expect((await take(server, elsewhere.cookie, {})).status).toBe(403)
    expect((await take(server, supervisor.cookie, {})).status).toBe(403)
    expect((await take(server, duty.cookie, { personal: false })).status).toBe(403)
    const without = await (await take(server, supervisor.cookie, { personal: false })).text()
    expect(without).toContain('A-7;almaty/medeu;')
    expect(without).not.toMatch(/Person 7|\+7701|iin|850101300005/)
    const { seq } = await server.app.stores.access.head()
    expect(await (await take(server, mine.cookie, {})).text()).toContain('850101300005')
    const looks = await server.app.stores.access.read(seq, 100)
    const about = looks.flatMap(({ data }) => (data as { about: string[] }).about)
    expect(about.sort()).toEqual(
      people(server)
        .map(({ id }) => id)
        .sort(),
    )
    const { by, data } = looks[0] as (typeof looks)[0]
    expect([by.id, data]).toMatchObject([
      mine.account,
      { kind: 'export', reason: { text: expect.any(String) } },
    ])
  })
})
