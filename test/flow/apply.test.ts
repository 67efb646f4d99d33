import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../server/auth/limits.ts'
import { derivedId } from '../../server/pipeline/identifiers.ts'
import { dayOf } from '../../shared/law/day.ts'
import { policeRules } from '../../shared/law/eligibility/rule.ts'
import { connect } from '../kit/connect.ts'
import { applicant, applyTo, base64, files, picture } from '../kit/public-page.ts'
import { type Served, serve, staff } from '../kit/server.ts'

let server: Served
const grant = (role: 'police-reviewer' | 'registrar' | 'duty-officer') => [
  { role, regions: ['almaty'], operations: [] },
]
/** Synthetic numbers whose check digits hold. */
const iins = ['850101300005', '900228400014', '040229500124', '061211600012', '850101300603']

beforeAll(async () => {
  server = await serve()
})
afterAll(() => server.stop())

const apply = (change?: object, body?: object) => applyTo(server.address, change, body)
const newest = () => [...server.app.live.board.application.values()].at(-1)

test('APPLY-21 an application is answered with its number and last day; nothing personal is in the log or the answer', async () => {
  const response = await apply()
  expect(response.status).toBe(200)
  const text = await response.text()
  expect(JSON.parse(text)).toEqual({
    ...{ number: 1, lastDay: newest()?.clock?.lastDay },
    secret: expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/),
  })
  const log = JSON.stringify(await server.app.stores.log.read(0, 1000))
  for (const personal of [
    applicant.iin,
    applicant.name,
    applicant.phone,
    applicant.birthDate,
    '4711',
    base64,
  ])
    expect(log + text, personal).not.toContain(personal)
})

test('APPLY-22 sent again after a lost answer it is the same application, and its files stay', async () => {
  const id = randomUUID()
  const once = { id }
  const first = await (await apply({ iin: iins[0], birthDate: '1985-01-01' }, once)).json()
  const again = await (await apply({ iin: iins[0], birthDate: '1985-01-01' }, once)).json()
  expect(again).toEqual(first)
  expect(await server.app.stores.vault.get(newest()?.documents[0]?.id ?? '')).toMatchObject({
    'file-name': 'IMG 4711.jpg',
  })
})

test('APPLY-23 the same IIN is refused while a file of it is open, and what was sent with it is not kept', async () => {
  const id = randomUUID()
  const answer = await apply({}, { id })
  expect([answer.status, await answer.json()]).toEqual([
    409,
    { ok: false, code: 'application.known', rule: 'E3' },
  ])
  expect(await server.app.stores.vault.get(derivedId(id, 1000))).toBeNull()
})

describe('what is not received', () => {
  test.each([
    [
      'a text called a picture',
      { files: [{ ...files[0], base64: Buffer.from('<html>').toString('base64') }] },
      400,
      'application.file-type',
    ],
    [
      'a file above the limit',
      {
        files: [
          { ...files[0], base64: Buffer.concat([picture, Buffer.alloc(3_000_000)]).toString('base64') },
        ],
      },
      413,
      'application.file-size',
    ],
    ['no file at all', { files: [] }, 409, 'application.receipt-E4'],
    ['a field nobody asked for', { extra: 1 }, 400, 'command.invalid'],
  ])('APPLY-24 %s', async (_, body, status, code) => {
    const answer = await apply({ iin: iins[1], birthDate: '1990-02-28' }, body)
    expect([answer.status, (await answer.json()).code]).toEqual([status, code])
  })

  test('APPLY-25 more than twenty in an hour from one address', async () => {
    await limits.apply.penalty('127.0.0.1', 100)
    const answer = await apply({ iin: iins[1], birthDate: '1990-02-28' })
    expect(answer.status).toBe(429)
    expect(await answer.json()).toMatchObject({ code: 'rate.limited' })
    await limits.apply.delete('127.0.0.1')
  })
})

test('APPLY-26 a document goes as a download to whoever works on the file, and the look is recorded; to nobody else', async () => {
  const file = newest()
  const path = `${server.address}/api/applications/${file?.id}/documents/${file?.documents[0]?.id}`
  const reviewer = await staff(server, grant('police-reviewer'))
  const duty = await staff(server, grant('duty-officer'))
  const elsewhere = await staff(server, [{ role: 'registrar', regions: ['astana'], operations: [] }])
  expect((await fetch(path)).status).toBe(401)
  expect((await fetch(path, { headers: { cookie: duty.cookie } })).status).toBe(403)
  expect((await fetch(path, { headers: { cookie: elsewhere.cookie } })).status).toBe(404)
  const got = await fetch(path, { headers: { cookie: reviewer.cookie } })
  expect(got.headers.get('content-disposition')).toContain('attachment')
  expect(got.headers.get('content-type')).toBe('image/jpeg')
  const bytes = Buffer.from(await got.arrayBuffer())
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 200 })
  const looks = await server.app.stores.access.read(0, 100)
  expect(looks.map(({ by, data }) => [by.id, data])).toContainEqual([
    reviewer.account,
    { kind: 'document', about: [file?.id] },
  ])
})

test('APPLY-27 what an applicant said is read by the file’s people only, and recorded', async () => {
  const id = newest()?.id ?? ''
  const reviewer = await staff(server, grant('police-reviewer'))
  const desk = await connect(server.address, reviewer)
  const duty = await connect(server.address, await staff(server, grant('duty-officer')))
  expect(await desk.read({ kind: 'applicant', application: id })).toEqual({
    ...{ iin: iins[0], birthDate: '1985-01-01', phone: applicant.phone },
  })
  expect(await desk.read({ kind: 'names', ids: [id] })).toEqual({ [id]: { name: applicant.name } })
  await expect(duty.read({ kind: 'applicant', application: id })).rejects.toThrow('application.unknown')
  expect(await duty.read({ kind: 'names', ids: [id] })).toEqual({})
  const looks = await server.app.stores.access.read(0, 100)
  expect(looks.map(({ by, data }) => [by.id, data])).toContainEqual([
    reviewer.account,
    { kind: 'person', about: [id] },
  ])
  desk.close()
  duty.close()
})

test('APPLY-31 from the page to ACTIVE over the wire: the reviewer checks and forwards, the registrar registers, the card is issued', async () => {
  const { number } = await (await apply({ iin: iins[2], birthDate: '2004-02-29' })).json()
  const id = newest()?.id ?? ''
  const [reviewer, registrar, duty] = await Promise.all(
    (['police-reviewer', 'registrar', 'duty-officer'] as const).map(async (role) =>
      connect(server.address, await staff(server, grant(role))),
    ),
  )
  if (!reviewer || !registrar || !duty) throw new Error('not connected')
  const application = id
  const on = dayOf(server.app.clock.now())
  expect(registrar.board.application.get(id)).toMatchObject({ number, status: 'POLICE_CHECK' })
  expect(duty.board.application.has(id)).toBe(false)
  expect(await registrar.give('ForwardApplication', { application })).toMatchObject({
    code: 'command.forbidden',
  })
  expect(await reviewer.give('ForwardApplication', { application })).toMatchObject({ rule: 'E5' })
  for (const rule of policeRules)
    expect(await reviewer.give('RecordPoliceCheck', { application, rule, result: 'CLEAR' })).toMatchObject({
      ok: true,
    })
  expect(await reviewer.give('ForwardApplication', { application })).toMatchObject({ ok: true })
  expect(await reviewer.give('RegisterApplicant', { application, number: '1/26', on })).toMatchObject({
    code: 'command.forbidden',
  })
  expect(await registrar.give('RegisterApplicant', { application, number: '1/26', on })).toMatchObject({
    ok: true,
  })
  await duty.until('the registered person', () => duty.board.assistant.get(id)?.status === 'REGISTERED')
  const card = { application, number: 'ID-1', badge: 'B-1', trainedOn: on }
  expect(await reviewer.give('IssueCard', card)).toMatchObject({ ok: true })
  await duty.until('the active person', () => duty.board.assistant.get(id)?.status === 'ACTIVE')
  expect(duty.board.application.size).toBe(0)
  for (const desk of [reviewer, registrar, duty]) desk.close()
})
