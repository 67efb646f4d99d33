import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'
import { middle } from '../kit/team.ts'

let node: Served
let desk: Connected
let cookie: string
let operation: string
let task: string
let unit: Awaited<ReturnType<typeof carrier>>
let finder: typeof unit
let phone: Connected
let unitPhone: Connected
const secrets = {
  subject: 'Scar like a horseshoe',
  position: 'Neighbour of flat 12',
  answer: 'Takes insulin twice a day',
  clue: 'Her glove, found by Mrs Sadykova',
  custody: 'Locker 4 of the duty room',
  state: 'Broken leg in the ravine',
}

beforeAll(async () => {
  node = await serve()
  const officer = await staff(node, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }])
  cookie = officer.cookie
  desk = await connect(node.address, { cookie })
  unit = await carrier(node, 'unit')
  finder = await carrier(node, 'assistant')
  phone = await connect(node.address, finder)
  unitPhone = await connect(node.address, unit)
  await unitPhone.give('BookOn', { who: { kind: 'unit', id: unit.id } })
  await phone.give('BookOn', { who: { kind: 'assistant', id: finder.id } })
  const now = Date.now()
  const opened = await desk.give('OpenOperation', {
    ...{ kind: 'search', title: 'Ravine', region: 'almaty/bostandyq' },
    perimeter: squareRing(middle, 2_000),
    window: { from: now - 60_000, to: now + 3_600_000 },
    places: [
      {
        ...{ kind: 'segment', letter: 'A', name: 'Ravine', meeting: { at: middle, time: null } },
        ...{ ring: squareRing(middle, 500), slots: [{}], minimum: 0, poa: 0.5 },
      },
    ],
  })
  operation = (opened as { result: { operation: string } }).result.operation
  const place = await desk.until('the place', () =>
    [...desk.board.place.values()].find((one) => one.operation === operation),
  )
  const team = {
    ...{ operation, place: place.id, unit: unit.id },
    members: [{ assistant: finder.id, slot: 0 }],
  }
  expect(await desk.give('SendTask', team)).toMatchObject({ ok: false, code: 'search.no-statement' })
  await say('RegisterStatement', { operation, statement: { number: '7', day: '2026-03-02', by: 'X' } })
  const sent = await say('SendTask', team)
  task = (sent as { result: { task: string } }).result.task
  for (const [device, party] of [
    [unitPhone, { unit: unit.id }],
    [phone, { assistant: finder.id }],
  ] as const)
    await device.give('AnswerOffer', { task, party, answer: 'accept' })
})

afterAll(async () => {
  for (const one of [desk, phone, unitPhone]) one.close()
  await node.stop()
})

const say: Connected['give'] = async (type, body) => {
  const answer = await desk.give(type, body)
  expect(answer).toMatchObject({ ok: true })
  return answer
}

/** Everything that came to the phones so far, and whatever they can read of these texts. */
async function phonesKnow(ids: string[]) {
  const told = JSON.stringify([phone.envelopes, unitPhone.envelopes])
  const read = await phone.read({ kind: 'texts', ids })
  return { told, read: JSON.stringify(read) }
}

const textsOf = (value: unknown): string[] =>
  [...JSON.stringify(value ?? null).matchAll(/"text":"([\w-]+)"/g)].map(([, id]) => id as string)

async function picture(): Promise<string> {
  const image = sharp({ create: { width: 1600, height: 900, channels: 3, background: '#246' } })
  const exif = { IFD0: { Make: 'SpyCam' }, IFD3: { GPSLatitude: '43/1 14/1 0/1', GPSLatitudeRef: 'N' } }
  return (await image.jpeg().withExif(exif).toBuffer()).toString('base64')
}

const post = (path: string, body: object, headers: Record<string, string>) =>
  fetch(`${node.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const bearer = (token = finder.token) => ({ authorization: `Bearer ${token}` })

test('CASE-220 a team’s phone gets the released card and nothing else of the case, neither pushed nor read', async () => {
  await say('DescribeSubject', { operation, text: secrets.subject })
  await say('SetSearchPoint', { operation, point: 'lkp', at: middle, source: secrets.position })
  const answers = { medicine: secrets.answer }
  await say('AnswerQuestions', { operation, section: 'health', who: 'Mother', answers })
  const file = await desk.until('the file', () => {
    const found = desk.board.case.get(operation)
    return found?.answers.length === 1 && found
  })
  const hidden = textsOf(file)
  expect(Object.keys(await desk.read({ kind: 'texts', ids: hidden }))).toHaveLength(hidden.length)

  await say('ReleaseCard', { operation, card: '{"looks":"tall"}', photo: false, to: 'teams', names: false })
  const card = await phone.until('the card', () => phone.board.card.get(operation))
  expect(await phone.read({ kind: 'texts', ids: textsOf(card) })).toEqual({
    [card.sealed?.text ?? '']: '{"looks":"tall"}',
  })
  const { told, read } = await phonesKnow(hidden)
  expect(read).toBe('{}')
  expect(phone.board.case.size + unitPhone.board.case.size).toBe(0)
  for (const type of ['SubjectDescribed', 'SearchPointSet', 'QuestionsAnswered', 'StatementRegistered'])
    expect(told).not.toContain(type)

  await say('WithdrawCard', { operation })
  await phone.until('the card gone', () => !phone.board.card.has(operation))
  expect(await phone.read({ kind: 'texts', ids: textsOf(card) })).toEqual({})
})

test('CASE-221 a photo is encoded anew without its metadata, and a phone gets it only while it is on the card', async () => {
  const image = await picture()
  const answer = await post('/api/search/photo', { operation, image }, { cookie })
  expect(answer.status).toBe(200)
  const { photo } = (await answer.json()) as { photo: { id: string; digest: string } }
  const shown = await fetch(`${node.address}/api/search/photos/${photo.id}`, { headers: { cookie } })
  const bytes = Buffer.from(await shown.arrayBuffer())
  const { width, height, format, exif } = await sharp(bytes).metadata()
  expect([width, height, format, exif]).toEqual([1280, 720, 'jpeg', undefined])
  expect(bytes.includes('SpyCam')).toBe(false)

  const asPhone = () => fetch(`${node.address}/api/field/photos/${photo.id}`, { headers: bearer() })
  expect((await asPhone()).status).toBe(404)
  await say('ReleaseCard', { operation, card: '{"looks":"tall"}', photo: true, to: 'teams', names: false })
  expect((await asPhone()).headers.get('content-type')).toBe('image/jpeg')
  await say('WithdrawCard', { operation })
  expect((await asPhone()).status).toBe(404)
  const stranger = await fetch(`${node.address}/api/field/photos/${photo.id}`, { headers: bearer('x') })
  expect(stranger.status).toBe(401)
  const broken = { operation, image: Buffer.from('GIF89a no picture').toString('base64') }
  expect((await post('/api/search/photo', broken, { cookie })).status).toBe(422)
})

test('CLUE-220 an unreleased clue reaches no phone; a released one shows its released words alone, and goes again', async () => {
  const placed = await say('PlaceClue', { operation, at: middle, text: secrets.clue })
  const { clue } = (placed as { result: { clue: string } }).result
  await say('NoteCustody', { clue, takenBy: secrets.custody, happenedAt: Date.now() })
  const kept = await desk.until('the entry', () => {
    const found = desk.board.clue.get(clue)
    return found?.custody.length === 1 && found
  })
  const before = await phonesKnow(textsOf(kept))
  expect(before.told).not.toContain(clue)
  expect(before.read).toBe('{}')

  await say('ReleaseClue', { clue, at: middle, text: 'Grey glove' })
  const seen = await phone.until('the clue', () => phone.board.clue.get(clue))
  const { read } = await phonesKnow(textsOf(seen))
  expect(read).toContain('Grey glove')
  expect(read).not.toContain('Sadykova')
  expect(read).not.toContain('Locker')
  await say('WithdrawClue', { clue })
  await phone.until('the clue gone', () => !phone.board.clue.has(clue))
  expect((await phonesKnow(textsOf(seen))).read).toBe('{}')
})

test('CLUE-221 a phone’s report arrives as a clue with its photo, however often both are sent', async () => {
  const clue = randomUUID()
  const body = { clue, image: await picture() }
  expect((await post('/api/field/clue-photo', body, bearer())).status).toBe(409)
  const report = { clue, operation, at: middle, text: 'A boot', foundAt: Date.now() - 60_000 }
  for (let again = 0; again < 2; again++) {
    expect(await phone.give('ReportClue', report)).toMatchObject({ ok: true })
    expect((await post('/api/field/clue-photo', body, bearer())).status).toBe(200)
  }
  expect((await post('/api/field/clue-photo', body, bearer(unit.token))).status).toBe(403)
  const found = await desk.until('the photo', () => {
    const one = desk.board.clue.get(clue)
    return one?.photo && one
  })
  expect(found).toMatchObject({ finder: { kind: 'assistant', id: finder.id }, foundAt: report.foundAt })
  expect(phone.board.clue.has(clue)).toBe(false)
  const shown = await fetch(`${node.address}/api/search/photos/${found.photo?.id}`, { headers: { cookie } })
  expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).exif).toBeUndefined()
})

test('CASE-222 located: every phone of the search is told to be silent and acknowledges, its task is over, and no detail is there', async () => {
  await say('ReleaseCard', { operation, card: '{"looks":"tall"}', photo: true, to: 'public', names: false })
  const now = Date.now()
  const found = { operation, state: 'injured' as const, at: middle, words: secrets.state, foundAt: now }
  await say('ReportLocated', { ...found, returnTo: 'Gate 2' })
  for (const [one, who] of [
    [phone, { kind: 'assistant' as const, id: finder.id }],
    [unitPhone, { kind: 'unit' as const, id: unit.id }],
  ] as const) {
    const message = await one.until('the order', () =>
      [...one.board.message.values()].find(({ kind }) => kind === 'radio-silence'),
    )
    await one.until('the end of the task', () => !one.board.task.has(task) && !one.board.card.has(operation))
    expect(await one.read({ kind: 'texts', ids: textsOf(message.body) })).toMatchObject({
      [message.body?.text ?? '']: 'Gate 2',
    })
    expect(await one.give('SeeMessage', { message: message.id, who, state: 'understood' })).toMatchObject({
      ok: true,
    })
  }
  await desk.until('both receipts', () =>
    [...desk.board.message.values()].some(
      ({ kind, receipts }) =>
        kind === 'radio-silence' && receipts.length === 2 && receipts.every(({ understood }) => understood),
    ),
  )
  const sealed = textsOf(desk.board.case.get(operation)?.located)
  const { told, read } = await phonesKnow(sealed)
  expect(read).toBe('{}')
  expect(told).not.toContain('SubjectLocated')
  expect(JSON.stringify(await desk.read({ kind: 'texts', ids: sealed }))).toContain('ravine')
})
