import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limits } from '../../server/auth/limits.ts'
import { policeRules } from '../../shared/law/eligibility/rule.ts'
import { connect } from '../kit/connect.ts'
import { applicant, applyTo, post } from '../kit/public-page.ts'
import { type Served, serve, staff } from '../kit/server.ts'

let server: Served
interface Receipt {
  number: number
  lastDay: string
  secret: string
}

beforeAll(async () => {
  server = await serve()
})
afterAll(() => server.stop())

async function applied(iin: string, birthDate: string, id = randomUUID()): Promise<Receipt> {
  return (await applyTo(server.address, { iin, birthDate }, { id })).json()
}
const ask = async (path: 'status' | 'withdraw', body: object) => {
  const response = await post(server.address, `apply/${path}`, body)
  return [response.status, await response.json()] as const
}
const none = [404, { code: 'application.no-such-file' }]
const newest = () => [...server.app.live.board.application.values()].at(-1)?.id ?? ''

test('APPLY-210 number and secret tell how the file stands and by when, and nothing else of it', async () => {
  const { number, secret, lastDay } = await applied('850101300005', '1985-01-01')
  expect(await ask('status', { number, secret })).toEqual([200, { status: 'POLICE_CHECK', lastDay }])
  const spoken = secret.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect(await ask('status', { number, secret: spoken })).toEqual([200, { status: 'POLICE_CHECK', lastDay }])
  const log = JSON.stringify(await server.app.stores.log.read(0, 1000))
  expect(log).not.toContain(secret)
})

test('APPLY-211 a wrong secret, an unknown number and an IIN in the number’s place are answered alike', async () => {
  const first = await applied('900228400014', '1990-02-28')
  const second = await applied('061211600012', '2006-12-11')
  expect(first.secret).not.toBe(second.secret)
  const wrong = [
    { number: first.number, secret: second.secret },
    { number: 9999, secret: first.secret },
    { number: first.number, secret: '' },
    { number: 0, secret: first.secret },
    { number: applicant.iin, secret: first.secret },
    {},
  ]
  for (const body of wrong) {
    expect(await ask('status', body)).toEqual(none)
    expect(await ask('withdraw', body)).toEqual(none)
  }
})

test('APPLY-212 sent again after a lost answer the receipt has the same secret', async () => {
  const id = randomUUID()
  const first = await applied('791028302728', '1979-10-28', id)
  expect(await applied('791028302728', '1979-10-28', id)).toEqual(first)
})

test('APPLY-213 a refusal is told without its reason', async () => {
  const { number, secret } = await applied('850101300603', '1985-01-01')
  const reviewer = await connect(
    server.address,
    await staff(server, [{ role: 'police-reviewer', regions: ['almaty'], operations: [] }]),
  )
  const application = newest()
  await reviewer.give('RefuseApplication', { application, reason: 'E5, letter 12' })
  expect(await ask('status', { number, secret })).toEqual([200, { status: 'REFUSED', lastDay: null }])
  const [status, refusal] = await ask('withdraw', { number, secret })
  expect([status, refusal.code]).toEqual([409, 'application.not-at-this-step'])
  reviewer.close()
})

test('APPLY-214 an applicant withdraws while the file is checked, once; then a new one may be opened', async () => {
  const { number, secret } = await applied('040229500124', '2004-02-29')
  const application = newest()
  const reviewer = await connect(
    server.address,
    await staff(server, [{ role: 'police-reviewer', regions: ['almaty'], operations: [] }]),
  )
  for (const rule of policeRules)
    await reviewer.give('RecordPoliceCheck', { application, rule, result: 'CLEAR' })
  expect(await reviewer.give('ForwardApplication', { application })).toMatchObject({ ok: true })
  expect((await ask('status', { number, secret }))[1]).toMatchObject({ status: 'AKIMAT_REVIEW' })
  const withdrawn = [200, { status: 'WITHDRAWN', lastDay: null }]
  expect(await ask('withdraw', { number, secret })).toEqual(withdrawn)
  const { seq } = server.app.live.board
  expect(await ask('withdraw', { number, secret })).toEqual(withdrawn)
  expect(server.app.live.board.seq).toBe(seq)
  expect(await ask('status', { number, secret })).toEqual(withdrawn)
  expect((await applied('040229500124', '2004-02-29')).number).toBeGreaterThan(number)
  reviewer.close()
})

test('APPLY-215 after forty questions in an hour an address waits, and may still apply', async () => {
  await limits.followUp.delete('127.0.0.1')
  const answers = []
  for (let n = 0; n < 41; n++) answers.push(await ask('status', { number: 1, secret: 'x' }))
  expect(answers.slice(0, 40)).toEqual(Array(40).fill(none))
  expect(answers[40]).toMatchObject([429, { code: 'rate.limited' }])
  expect((await applyTo(server.address, {}, { files: [] })).status).not.toBe(429)
  await limits.followUp.delete('127.0.0.1')
})
