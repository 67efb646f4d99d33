import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffRole } from '../../shared/accounts/types.ts'
import type { ReadKind, ReadQuestion } from '../../shared/wire/read.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { criteria } from '../kit/force.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

const grant = (role: StaffRole) => [{ role, regions: ['almaty'], operations: [] }]
let server: Served
let person: Awaited<ReturnType<typeof carrier>>
let phone: Connected
let duty: Connected
let auditor: Connected

beforeAll(async () => {
  server = await serve()
  person = await carrier(server, 'assistant', { callSign: 'A-0412' })
  phone = await connect(server.address, { token: person.token })
  duty = await connect(server.address, await staff(server, grant('duty-officer')))
  auditor = await connect(server.address, await staff(server, grant('auditor')))
  await phone.give('ReportForce', { report: 'r-1', happenedAt: Date.now(), criteria })
})
afterAll(async () => {
  for (const one of [phone, duty, auditor]) one.close()
  await server.stop()
})

/** What each question leaves in the record when the officer asks it about the person; null: nothing personal is answered. */
const table: { [Kind in ReadKind]: ((id: string) => ReadQuestion & { kind: Kind }) | null } = {
  names: (id) => ({ kind: 'names', ids: [id] }),
  person: (assistant) => ({ kind: 'person', assistant }),
  find: () => ({ kind: 'find', term: 'Person' }),
  track: (id) => ({ kind: 'track', carrier: id, from: 0, to: Date.now() }),
  follow: (id) => ({ kind: 'follow', carrier: id }),
  // Each needs what stands in a file of its own: their own tests say that they are recorded.
  ...{ texts: null, applicant: null, audit: null, minute: null, coverage: null, hours: null },
  // Ids and times, no person's data; a phone's own code, and its own looks; how the servers do.
  ...{ proposal: null, journal: null, 'looked-at': null, proof: null, system: null },
}

test.each(Object.entries(table).filter(([, question]) => question !== null))(
  'AUDIT-200 %s: the look stands in the record before the answer, and the person sees it',
  async (kind, question) => {
    const { access } = server.app.stores
    const { seq } = await access.head()
    await duty.read((question as (id: string) => ReadQuestion)(person.id) as never)
    const [event] = await access.read(seq, 1)
    expect(event?.data).toMatchObject({ kind, about: [person.id] })
    const { looks } = await phone.read({ kind: 'looked-at', before: null })
    expect(looks[0]).toMatchObject({ how: kind, by: 'staff', role: 'duty-officer' })
  },
)

test('AUDIT-201 whom the viewer may not follow is no look and no answer', async () => {
  const { access } = server.app.stores
  const { seq } = await access.head()
  await expect(auditor.read({ kind: 'follow', carrier: person.id })).rejects.toThrow('assistant.unknown')
  await expect(phone.read({ kind: 'follow', carrier: person.id })).rejects.toThrow('assistant.unknown')
  await expect(duty.read({ kind: 'follow', carrier: 'nobody' })).rejects.toThrow('assistant.unknown')
  expect((await access.head()).seq).toBe(seq)
})

test('AUDIT-202 words find a record by its titles, its sealed texts, the people in it and the type that says so', async () => {
  await duty.give('AddNote', { operation: null, region: 'almaty/medeu', note: 'Красный шарф у фонтана' })
  const all: Omit<ReadQuestion & { kind: 'audit' }, 'text'> = {
    ...{ kind: 'audit', chain: 'log', from: null, to: null, what: null, actor: null, about: null },
    ...{ operation: null, before: null, limit: 100 },
  }
  const types = async (words: string, said: string[] = []) =>
    (await auditor.read<'audit'>({ ...all, text: { words, types: said } })).events.map(({ type }) => type)
  expect(await types('ШАРФ')).toEqual(['NoteAdded'])
  expect(await types('шарфик')).toEqual([])
  expect(await types('a-0412')).toContain('ForceReported')
  expect(await types('Person')).toContain('ForceReported')
  expect(await types('sealed')).toEqual([])
  expect(await types('nothing of this', ['NoteAdded'])).toEqual(['NoteAdded'])
})
