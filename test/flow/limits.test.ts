import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let server: Served
const limited = { ok: false, code: 'rate.limited', params: { seconds: expect.any(Number) } }

beforeAll(async () => {
  server = await serve()
})
afterAll(() => server.stop())

const officer = async () =>
  connect(
    server.address,
    await staff(server, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }]),
  )
const codesOf = (answers: unknown[]) =>
  answers.map((answer) => (answer as { ok: boolean; code?: string }).code ?? 'ok')

test('LIMIT-1 of commands a device gives 120 in ten seconds, and its call for help is not held back by them', async () => {
  const person = await carrier(server, 'assistant')
  const phone = await connect(server.address, person)
  const forbidden = () => ({
    id: randomUUID(),
    type: 'CloseOperation',
    body: { operation: 'x', outcome: 'done' },
  })
  const answers = await Promise.all(Array.from({ length: 121 }, () => phone.ask('command', forbidden())))
  expect(codesOf(answers.slice(0, 120))).toEqual(Array(120).fill('command.forbidden'))
  expect(answers[120]).toEqual(limited)
  const call = { pressedAt: Date.now(), fix: null }
  expect(await phone.give('CallForHelp', call)).toMatchObject({ ok: true })
  const other = await officer()
  expect(await other.ask('command', forbidden())).toMatchObject({ code: 'command.forbidden' })
  other.close()
  phone.close()
})

test('LIMIT-2 calls for help have a bucket of their own, a hundred in ten seconds', async () => {
  const phone = await connect(server.address, await carrier(server, 'assistant'))
  const id = randomUUID()
  const call = { id, type: 'CallForHelp', body: { pressedAt: Date.now(), fix: null } }
  const answers = await Promise.all(Array.from({ length: 101 }, () => phone.ask('command', call)))
  expect(codesOf(answers)).toEqual([...Array(100).fill('ok'), 'rate.limited'])
  phone.close()
})

test('LIMIT-3 of questions a viewer asks 300 in ten seconds, and its commands are still heard', async () => {
  const desk = await officer()
  const answers = await Promise.all(Array.from({ length: 301 }, () => desk.ask('read', null)))
  expect(codesOf(answers.slice(0, 300))).toEqual(Array(300).fill('read.invalid'))
  expect(answers[300]).toEqual(limited)
  expect(await desk.give('AddNote', { operation: null, region: 'almaty', note: 'x' })).toMatchObject({
    ok: true,
  })
  desk.close()
})

test('LIMIT-4 an address that tries codes or tracker tokens is held back after sixty, a right one among them or not', async () => {
  const enrol = (code: string) =>
    fetch(`${server.address}/api/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    }).then(({ status }) => status)
  const person = await carrier(server, 'assistant')
  const { code } = await server.app.enrolment.mint('enrol-assistant', person.id)
  const tracker = await server.app.enrolment.addTracker({ kind: 'assistant', id: person.id })
  const report = (token: string) =>
    fetch(`${server.address}/ingest/osmand?id=${token}&lat=43.24&lon=76.9&timestamp=${Date.now()}`).then(
      ({ status }) => status,
    )
  const tried = []
  for (let n = 0; n < 60; n++) tried.push(await enrol('AAAA-BBBB-CCCC'), await report('made-up'))
  expect(new Set(tried)).toEqual(new Set([400, 401]))
  expect([await enrol(code), await report(tracker?.token ?? '')]).toEqual([429, 429])
})

test('LIMIT-5 of applications an address sends twenty in an hour', async () => {
  const apply = () =>
    fetch(`${server.address}/api/apply`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).then(({ status }) => status)
  const answers = await Promise.all(Array.from({ length: 21 }, apply))
  expect(answers.filter((status) => status === 400)).toHaveLength(20)
  expect(answers.filter((status) => status === 429)).toHaveLength(1)
})
