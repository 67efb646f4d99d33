import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffRole } from '../../shared/accounts/types.ts'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import type { ReadQuestion } from '../../shared/wire/read.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

const grant = (role: StaffRole, region = 'almaty') => [{ role, regions: [region], operations: [] }]
let server: Served
let auditor: Connected
let officer: { account: string; cookie: string }
let desk: Connected
let person: Awaited<ReturnType<typeof carrier>>
let operations: string[]

beforeAll(async () => {
  server = await serve()
  person = await carrier(server, 'assistant')
  officer = await staff(server, grant('duty-officer'))
  desk = await connect(server.address, officer)
  operations = []
  for (const title of ['Garden', 'Market']) {
    const given = await desk.give('OpenOperation', {
      ...{ kind: 'patrol', title, region: 'almaty/medeu', places: [] },
      perimeter: squareRing({ lat: 43.24, lng: 76.905 }, 2_000),
      window: { from: Date.now(), to: Date.now() + 3 * 3_600_000 },
    })
    operations.push((given as { result: { operation: string } }).result.operation)
    await desk.give('AddNote', { operation: operations.at(-1) ?? null, note: title })
  }
  await desk.read({ kind: 'person', assistant: person.id })
  auditor = await connect(server.address, await staff(server, grant('auditor')))
})
afterAll(async () => {
  auditor.close()
  desk.close()
  await server.stop()
})

type Question = ReadQuestion & { kind: 'audit' }
const all: Question = {
  ...{ kind: 'audit', chain: 'log', from: null, to: null, what: null, actor: null, about: null },
  ...{ operation: null, text: null, before: null, limit: 500 },
}
const ask = (by: Connected, question: Partial<Question>) => by.read<'audit'>({ ...all, ...question })
const types = async (question: Partial<Question>) =>
  (await ask(auditor, question)).events.map(({ type }) => type)

test('AUDIT-1 decisions are found by operation, kind, actor and time', async () => {
  expect(await types({ operation: operations[0] as string })).toEqual(['NoteAdded', 'OperationOpened'])
  expect(await types({ what: 'note' })).toEqual(['NoteAdded', 'NoteAdded'])
  const own = await ask(auditor, { actor: officer.account })
  expect(own.events.length).toBe(4)
  expect(new Set(own.events.map(({ by }) => by.id))).toEqual(new Set([officer.account]))
  expect(await types({ about: operations[1] as string, what: 'operation' })).toContain('OperationOpened')
  expect(await types({ to: own.events.at(-1)?.at ?? 0 })).not.toContain('NoteAdded')
  expect(await types({ from: Date.now() + 60_000 })).toEqual([])
})

test('AUDIT-2 pages follow each other without a gap and without a double', async () => {
  const whole = (await ask(auditor, {})).events.map(({ seq }) => seq)
  const paged: number[] = []
  for (let before: number | null = null; ; ) {
    const page: { events: { seq: number }[]; before: number | null } = await ask(auditor, {
      before,
      limit: 2,
    })
    paged.push(...page.events.map(({ seq }) => seq))
    before = page.before
    if (before === null) break
  }
  expect(paged).toEqual(whole)
})

test('AUDIT-3 reads are shown to the auditor with whom they were about, and the auditor’s own read is one of them', async () => {
  const { events } = await ask(auditor, { chain: 'access', about: person.id, what: 'person' })
  expect(events).toMatchObject([
    { by: { kind: 'staff', id: officer.account }, data: { kind: 'person', about: [person.id] } },
  ])
  const again = await ask(auditor, { chain: 'access', about: person.id, what: 'audit' })
  expect(again.events.length).toBeGreaterThan(0)
})

test('AUDIT-4 only the auditor and the supervisor ask, each within their region', async () => {
  await expect(ask(desk, {})).rejects.toThrow('read.forbidden')
  const supervisor = await connect(server.address, await staff(server, grant('supervisor', 'astana')))
  expect((await ask(supervisor, { operation: operations[0] as string })).events).toEqual([])
  expect((await ask(supervisor, { chain: 'access', about: person.id })).events).toEqual([])
  supervisor.close()
})

test('AUDIT-5 an assistant learns who has looked at them: when, how and in which role, without a name', async () => {
  const phone = await connect(server.address, { token: person.token })
  const { looks } = await phone.read({ kind: 'looked-at', before: null })
  expect(looks).toContainEqual(expect.objectContaining({ how: 'person', role: 'duty-officer', by: 'staff' }))
  expect(looks).toContainEqual(expect.objectContaining({ how: 'audit', role: 'auditor' }))
  expect(JSON.stringify(looks)).not.toContain(officer.account)
  phone.close()
  const other = await connect(server.address, { token: (await carrier(server, 'assistant')).token })
  expect((await other.read({ kind: 'looked-at', before: null })).looks).toEqual([])
  other.close()
  await expect(desk.read({ kind: 'looked-at', before: null })).rejects.toThrow('read.forbidden')
})
